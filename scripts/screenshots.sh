#!/usr/bin/env bash
#: ./dev screenshots          takes the pictures under docs/images from the demo
set -euo pipefail
source "${BASH_SOURCE[0]%/*}/lib/common.sh"
source "${BASH_SOURCE[0]%/*}/lib/prerequisites.sh"
source "${BASH_SOURCE[0]%/*}/lib/web.sh"

need_dotnet
need_own_database
need_chromium
build_web
build src/Api
build src/Sandbox
in_web npx playwright test --config playwright.screenshots.config.ts
