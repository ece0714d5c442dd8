using System.Buffers.Binary;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Infrastructure.Ledger;

namespace AmoCrmQualification.Infrastructure.Rollups;

/// <summary>Numbers as PostgreSQL sends them, one after the other: the highest byte first, the least number for none.</summary>
internal static class PackedNumbers
{
    private static readonly DateTime s_postgresEpoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static int?[] Ints(byte[] packed)
    {
        var numbers = new int?[packed.Length / sizeof(int)];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BinaryPrimitives.ReadInt32BigEndian(packed.AsSpan(i * sizeof(int))) is var number and not int.MinValue
                ? number
                : null;
        return numbers;
    }

    public static long?[] Longs(byte[] packed)
    {
        var numbers = new long?[packed.Length / sizeof(long)];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = Long(packed, i) is var number and not long.MinValue ? number : null;
        return numbers;
    }

    public static bool[] Bools(byte[] packed) => Array.ConvertAll(packed, value => value != 0);

    public static DateTime[] Instants(byte[] packed)
    {
        var instants = new DateTime[packed.Length / sizeof(long)];
        for (var i = 0; i < instants.Length; i++)
            instants[i] = s_postgresEpoch.AddTicks(Long(packed, i) * TimeSpan.TicksPerMicrosecond);
        return instants;
    }

    /// <summary>Visits of each lead: their number, then the stage and the second of each.</summary>
    public static Visit[][] Visits(byte[] packed)
    {
        List<Visit[]> leads = [];
        for (var place = 0; place < packed.Length; )
        {
            var visits = new Visit[BinaryPrimitives.ReadInt32BigEndian(packed.AsSpan(place))];
            place += sizeof(int);
            for (var i = 0; i < visits.Length; i++, place += 2 * sizeof(long))
                visits[i] = new(
                    StageNumber.Stage(BinaryPrimitives.ReadInt64BigEndian(packed.AsSpan(place))),
                    BinaryPrimitives.ReadInt64BigEndian(packed.AsSpan(place + sizeof(long)))
                );
            leads.Add(visits);
        }

        return [.. leads];
    }

    private static long Long(byte[] packed, int place) =>
        BinaryPrimitives.ReadInt64BigEndian(packed.AsSpan(place * sizeof(long)));
}
