using System.Globalization;
using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Replies of the bot.</summary>
internal static class BotReplies
{
    public static string Linked(Digest digest, string account)
    {
        var at = digest.At.ToString("HH':'mm", CultureInfo.InvariantCulture);
        var isDaily = digest.Frequency == DigestFrequency.Daily;
        return digest.Language == DigestLanguage.Ru
            ? $"Готово: сводки клиента «{account}» будут приходить сюда {(isDaily ? "каждый день" : "по понедельникам")} в {at}, а то, что требует внимания, — сразу. Отказаться: /stop"
            : $"Done: digests of {account} will come here {(isDaily ? "every day" : "on Mondays")} at {at}, and alerts at once. To end them: /stop";
    }

    public static string UnknownCode(bool isRussian) =>
        isRussian
            ? "Такого кода нет, или по нему уже подключён другой чат. Новый код даст настройка «Рассылки»."
            : "There is no such code, or another chat is linked by it. The settings page “Digests” gives a new one.";

    public static string Stopped(bool isRussian) =>
        isRussian ? "Больше ничего присылать не будем." : "We will not send anything here any more.";

    public static string Help(bool isRussian) =>
        isRussian
            ? "Этот бот присылает сводки. Чтобы подключить чат, пришлите /start и код со страницы «Рассылки»; чтобы отказаться — /stop."
            : "This bot sends digests. To link this chat, send /start and the code from the page “Digests”; to end them, /stop.";
}
