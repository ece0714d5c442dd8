#!/usr/bin/env bash
#: ./dev types                writes the web app's types of the API from the API's own description
set -euo pipefail
source "${BASH_SOURCE[0]%/*}/lib/common.sh"
source "${BASH_SOURCE[0]%/*}/lib/prerequisites.sh"
source "${BASH_SOURCE[0]%/*}/lib/web.sh"

need_dotnet
build src/Api
install_web
write_types "$api_types"
