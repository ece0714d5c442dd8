#!/usr/bin/env bash
#: ./dev bench [--quick]      measures; the figures go to bench/results.md (--only TOPIC: see bench/BenchOptions.cs)
set -euo pipefail
source "${BASH_SOURCE[0]%/*}/lib/common.sh"
source "${BASH_SOURCE[0]%/*}/lib/prerequisites.sh"

need_dotnet
need_own_database
build bench
exec dotnet bench/bin/Release/net10.0/AmoCrmQualification.Bench.dll "$@"
