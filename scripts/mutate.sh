#!/usr/bin/env bash
#: ./dev mutate LAYER [GLOB]  changes Domain or Application in small ways, or the files of GLOB, and counts what the tests notice
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/common.sh
source scripts/lib/prerequisites.sh

case ${1:-} in
Domain | Application) ;;
*) fail "./dev mutate knows Domain and Application, not ${1:-nothing}" ;;
esac

need_dotnet
dotnet tool restore >/dev/null
layer=$1
cd "tests/$layer.Tests"
# The report is for a browser; the score and what survived stand on the last lines.
exec dotnet stryker --project "$layer.csproj" --configuration Release --output "$root/obj/mutations/$layer" \
    --reporter html --reporter cleartext ${2:+--mutate "$2"}
