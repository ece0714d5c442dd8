using System.Text;
using System.Text.Json;
using AmoCrmQualification.Application.Inbox.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Application.Tests.Inbox;

/// <summary>What holds for every body, the garbage among them, and for every tree that can be sent.</summary>
public sealed class PhpFormProperties
{
    private static readonly string[] Pieces =
    [
        "a",
        "b",
        "leads",
        "0",
        "1",
        "[",
        "]",
        "[",
        "]",
        "[]",
        "%5B",
        "%5D",
        "%5b",
        "=",
        "=",
        "&",
        "&",
        "+",
        "%",
        "%0",
        "%00",
        "%FF",
        "%D0",
        "п",
        "\0",
        " ",
    ];

    private static readonly string[] Keys =
    [
        "a",
        "b",
        "leads",
        "0",
        "1",
        "2",
        "01",
        "__proto__",
        "п у",
        "=&+%",
        "😀",
        "-1",
        "\"",
    ];
    private static readonly string[] Values = ["", "1", "Новая заявка", "a=b&c+d%41[x]", "\n\"'<&amp;>", "😀\u007F\uFFFD"];

    [ManyValues(10_000)]
    public Property Any_text_gives_a_tree_no_bigger_than_itself() =>
        Prop.ForAll(
            Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(),
            text =>
            {
                var body = Encoding.UTF8.GetBytes(text);
                var form = PhpForm.Parse(body);
                using var json = JsonDocument.Parse(form.ToJson());
                return CountNodes(form) <= body.Length + 1 && json.RootElement.ValueKind != JsonValueKind.Null;
            }
        );

    [ManyValues(2_000)]
    public bool Any_bytes_give_a_tree(byte[] body) => PhpForm.Parse(body).SkippedKeys >= 0;

    [ManyValues(5_000)]
    public Property What_was_sent_is_what_is_read() =>
        Prop.ForAll(
            Trees().Zip(Gen.Choose(0, 2)).ToArbitrary(),
            input =>
            {
                var (tree, style) = input;
                return Show(PhpForm.Parse(Encoding.UTF8.GetBytes(string.Join('&', Encode(tree, "", style))))) == Show(tree);
            }
        );

    private static int CountNodes(FormNode node) => 1 + node.Children.Sum(child => CountNodes(child.Value));

    private static IEnumerable<string> Encode(Tree tree, string path, int style)
    {
        if (tree.Value is not null)
            yield return $"{path}={Uri.EscapeDataString(tree.Value)}";

        foreach (var (key, child) in tree.Children)
        {
            var name = Uri.EscapeDataString(key);
            var (open, close) = style switch
            {
                0 => ("[", "]"),
                1 => ("%5B", "%5D"),
                _ => ("%5b", "]"),
            };
            foreach (var pair in Encode(child, path.Length == 0 ? name : path + open + name + close, style))
                yield return pair;
        }
    }

    private static string Show(Tree tree) =>
        $"{tree.Value ?? "∅"}({string.Join(',', tree.Children.Select(child => child.Key + Show(child.Value)))})";

    private static string Show(FormNode node) =>
        $"{node.Value ?? "∅"}({string.Join(',', node.Children.Select(child => child.Key + Show(child.Value)))})";

    private static Gen<Tree> Trees() => from children in Children(depth: 4) select new Tree(null, children);

    private static Gen<Tree> Node(int depth) =>
        depth == 0
            ? Gen.Elements(Values).Select(value => new Tree(value, []))
            : from value in Gen.OneOf(Gen.Elements(Values).Select(text => (string?)text), Gen.Constant<string?>(null))
            from children in Children(depth - 1)
            select new Tree(children.Count == 0 ? value ?? "" : value, children);

    private static Gen<Dictionary<string, Tree>> Children(int depth) =>
        from keys in Gen.SubListOf(Keys)
        from nodes in Node(depth > 0 && keys.Count < 5 ? depth : 0).ListOf(keys.Count)
        select keys.Zip(nodes).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    private sealed record Tree(string? Value, Dictionary<string, Tree> Children);
}
