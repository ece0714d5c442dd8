namespace AmoCrmQualification.Sandbox.World;

/// <summary>The people of generated deals, one each at most. The phones are of the block 900 0…, which nobody is called on here.</summary>
internal sealed class GeneratedContacts(GeneratePlan plan, GeneratedStory story, CrmAccount account, long firstId)
    : IRowSource<CrmContact>
{
    private const int Purpose = 4;
    private const int Phones = 1_000_000;

    private static readonly string[] FirstNames = ["Анна", "Ольга", "Мария", "Елена", "Ирина", "Дарья", "Юлия", "Алина", "Вера"];
    private static readonly string[] LastNames = ["Шевченко", "Коваленко", "Ткач", "Савчук", "Мороз", "Гриценко", "Ким", "Ли"];

    private readonly bool[] _replaced = new bool[plan.Deals];

    public bool Exists(int row) => new Dice(plan.Seed, row, Purpose).Chance(plan.ContactShare);

    public long IdOf(int row) => firstId + row;

    /// <returns>The row of a contact that is still as it was generated.</returns>
    public int? RowOf(long id) =>
        id >= firstId && id < firstId + plan.Deals && !_replaced[id - firstId] && Exists((int)(id - firstId))
            ? (int)(id - firstId)
            : null;

    /// <summary>From now on it is kept elsewhere, or gone.</summary>
    public void Replace(long id)
    {
        if (RowOf(id) is { } row)
            _replaced[row] = true;
    }

    public CrmContact Get(long id)
    {
        var row = (int)(id - firstId);
        var dice = new Dice(plan.Seed, row, Purpose);
        _ = dice.Fraction(); // whether it exists
        var at = story.CreatedAt(row);
        return new CrmContact
        {
            Id = id,
            Name = $"{dice.OneOf(FirstNames)} {dice.OneOf(LastNames)}",
            ResponsibleUserId = account.AdminId,
            CreatedAt = at,
            UpdatedAt = at,
            Fields = dice.Chance(0.3)
                ? [account.Fields.Phone([PhoneOf(row)]), account.Fields.Email([$"client{id}@example.com"])]
                : [account.Fields.Phone([PhoneOf(row)])],
        };
    }

    public IEnumerable<Row<CrmContact>> All() =>
        Enumerable
            .Range(0, plan.Deals)
            .Where(row => !_replaced[row] && Exists(row))
            .Select(row => new Row<CrmContact>(IdOf(row), IdOf(row), null, this));

    /// <summary>A whole number can be of few people only; anything shorter has to be looked for in all of them.</summary>
    public IEnumerable<Row<CrmContact>> Mentioning(string query, bool phonesAsTyped)
    {
        var digits = string.Concat(query.Where(char.IsAsciiDigit));
        if (digits.Length < 10 || query.Any(char.IsLetter))
            return All().Where(r => r.Get().Mentions(query, phonesAsTyped));

        var number = int.Parse(digits[^6..], System.Globalization.CultureInfo.InvariantCulture);
        return Enumerable
            .Range(0, (plan.Deals / Phones) + 1)
            .Select(round => RowOf(firstId + number + ((long)round * Phones)))
            .OfType<int>()
            .Select(row => new Row<CrmContact>(IdOf(row), IdOf(row), null, this))
            .Where(r => r.Get().Mentions(query, phonesAsTyped));
    }

    private static string PhoneOf(int row) => $"+79000{row % Phones:000000}";
}
