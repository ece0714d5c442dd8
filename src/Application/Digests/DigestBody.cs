namespace AmoCrmQualification.Application.Digests;

/// <summary>A message before it is put into the form of its channel.</summary>
internal sealed record DigestBody(string Title, IReadOnlyList<DigestBlock> Blocks, DigestLink Link);

internal sealed record DigestBlock(string? Heading, IReadOnlyList<string> Lines);

internal sealed record DigestLink(string Text, string Url);
