using System.Globalization;

namespace AmoCrmQualification.Application.Inbox.Forms;

/// <summary>
/// A place in a parsed form: it has a value, or children in the order of their first appearance, or both, as amoCRM sends
/// <c>note[type]=3</c> together with <c>note[type][message_uuid]=…</c>.
/// </summary>
public sealed class FormNode
{
    // An index of more digits is a name like any other; so the count for `[]` cannot overflow.
    private const int MostIndexDigits = 15;

    private FormChildren? _children;
    private long _nextIndex;

    internal FormNode() { }

    /// <summary>The text given for this very key, or null when only deeper keys were given.</summary>
    public string? Value { get; internal set; }

    /// <summary>Keys and nodes one level deeper.</summary>
    public IReadOnlyList<KeyValuePair<string, FormNode>> Children => _children?.Items ?? [];

    /// <summary>Of the root: how many keys were too deep to be kept.</summary>
    public int SkippedKeys { get; internal set; }

    /// <summary>True if the children are a list: their keys are 0, 1, 2… in this order.</summary>
    public bool IsList
    {
        get
        {
            for (var i = 0; i < Children.Count; i++)
            {
                if (!Children[i].Key.AsSpan().SequenceEqual(i.ToString(CultureInfo.InvariantCulture)))
                    return false;
            }

            return Children.Count > 0;
        }
    }

    /// <summary>The child with this key, or null.</summary>
    public FormNode? this[string key] => _children?.Find(key);

    /// <summary>The value of the child with this key, or null.</summary>
    public string? Text(string key) => this[key]?.Value;

    /// <summary>The place that a key with brackets names; null when it lies too deep.</summary>
    internal FormNode? Descendant(ReadOnlySpan<char> key)
    {
        Span<Range> levels = stackalloc Range[PhpForm.MostLevels];
        var depth = FormKey.Split(key, levels);
        if (depth > PhpForm.MostLevels)
            return null;

        var node = ChildForName(key[levels[0]]);
        foreach (var level in levels[1..depth])
            node = node.ChildForBrackets(key[level]);
        return node;
    }

    internal FormNode ChildForName(ReadOnlySpan<char> name)
    {
        _children ??= new FormChildren();
        return _children.Find(name) ?? _children.Add(name.ToString());
    }

    /// <summary>As in PHP, empty brackets mean the index after the greatest one so far.</summary>
    internal FormNode ChildForBrackets(ReadOnlySpan<char> key)
    {
        if (key.IsEmpty)
            return ChildForName((_nextIndex++).ToString(CultureInfo.InvariantCulture));

        if (key.Length <= MostIndexDigits && !key.ContainsAnyExceptInRange('0', '9') && (key[0] != '0' || key.Length == 1))
            _nextIndex = Math.Max(_nextIndex, long.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture) + 1);

        return ChildForName(key);
    }
}
