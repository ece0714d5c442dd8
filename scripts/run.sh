#!/usr/bin/env bash
#: ./dev run [--demo]         builds what is missing and starts the service on http://localhost:5080
#:                            --demo adds a sandbox amoCRM on http://localhost:5081 and demo data, kept apart in .demo;
#:                            for a second demo set ASPNETCORE_URLS, DEMO_SANDBOX_URL and DEMO_DIRECTORY
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/common.sh
source scripts/lib/prerequisites.sh
source scripts/lib/web.sh

demo=false
case ${1:-} in
'') ;;
--demo) demo=true ;;
*) fail "./dev run knows only --demo, not $1" ;;
esac

need_dotnet
export Logging__Console__FormatterName=${Logging__Console__FormatterName:-simple} # a person reads along
export ASPNETCORE_URLS=${ASPNETCORE_URLS:-http://localhost:5080}
[[ $demo == false && -n ${ConnectionStrings__Postgres:-} ]] || need_own_database
build_web
say "Building the service; the first time takes some minutes."
build src/Api
if $demo; then exec scripts/demo.sh; fi

export Storage__DataDirectory
Storage__DataDirectory=$(realpath --canonicalize-missing "${Storage__DataDirectory:-.data}")
cd src/Api # where the web app lies
exec dotnet "$root/$api_dll"
