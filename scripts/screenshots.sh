#!/usr/bin/env bash
#: ./dev screenshots          takes the pictures under docs/images from the demo
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/common.sh
source scripts/lib/prerequisites.sh
source scripts/lib/web.sh

need_dotnet
need_own_database
need_chromium
build_web
build src/Api
build tools/Sandbox
in_web npx playwright test --config playwright.screenshots.config.ts
