#!/usr/bin/env bash
#: ./dev format [--check]     formats the code, or says what is not formatted
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/common.sh
source scripts/lib/prerequisites.sh
source scripts/lib/web.sh

case ${1:-} in
'' | --check) ;;
*) fail "./dev format knows only --check, not $1" ;;
esac

need_dotnet
dotnet tool restore >/dev/null
install_web
if [[ ${1:-} == --check ]]; then
    dotnet csharpier check .
    in_web npx prettier --check .
else
    dotnet csharpier format .
    in_web npm run format
fi
