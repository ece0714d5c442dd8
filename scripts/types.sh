#!/usr/bin/env bash
#: ./dev types                writes the web app's types of the API from the API's own description
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/common.sh
source scripts/lib/prerequisites.sh
source scripts/lib/web.sh

need_dotnet
build src/Api
install_web
write_types "$api_types"
