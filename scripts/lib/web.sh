# shellcheck shell=bash
# The web app: its packages, its build, and the types it has of the API.
readonly api_types=src/lib/api-types.ts # in web

in_web() { (cd web && "$@" >&2); }

install_web() {
    need_node
    cmp --quiet web/package-lock.json web/node_modules/.installed-lock && return
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 in_web npm ci --no-fund --no-audit && mkdir -p web/node_modules && cp web/package-lock.json web/node_modules/.installed-lock
}

build_web() {
    install_web
    in_web npm run build
}

# Writes the types that the web app has of the API to a path seen from web.
write_types() {
    mkdir -p obj
    ConnectionStrings__Postgres=Host=none dotnet "$api_dll" openapi >obj/openapi.json
    in_web npx openapi-typescript ../obj/openapi.json --output "$1"
}
