using System.Runtime.InteropServices;

namespace AmoCrmQualification.Application.Inbox.Forms;

/// <summary>Nodes in the order they were added; a few are searched one by one, many through a dictionary.</summary>
internal sealed class FormChildren
{
    private const int MostSearched = 8;

    private readonly List<KeyValuePair<string, FormNode>> _items = [];
    private Dictionary<string, FormNode>.AlternateLookup<ReadOnlySpan<char>>? _byKey;

    public IReadOnlyList<KeyValuePair<string, FormNode>> Items => _items;

    public FormNode? Find(ReadOnlySpan<char> key)
    {
        if (_byKey is { } byKey)
            return byKey.TryGetValue(key, out var found) ? found : null;

        foreach (ref readonly var item in CollectionsMarshal.AsSpan(_items))
        {
            if (key.SequenceEqual(item.Key))
                return item.Value;
        }

        return null;
    }

    public FormNode Add(string key)
    {
        var node = new FormNode();
        _items.Add(new(key, node));
        if (_byKey is { } byKey)
            byKey.Dictionary.Add(key, node);
        else if (_items.Count > MostSearched)
            _byKey = new Dictionary<string, FormNode>(_items, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        return node;
    }
}
