namespace AmoCrmQualification.Sandbox.Board;

internal static class BoardRoutes
{
    public static void MapBoard(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/",
            () =>
                Results.Stream(typeof(BoardRoutes).Assembly.GetManifestResourceStream("board.html")!, "text/html; charset=utf-8")
        );
}
