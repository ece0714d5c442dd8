#!/usr/bin/env bash
#: ./dev bench [--quick]      measures; the figures go to bench/results.md (--truth: how often verdicts err; --only TOPIC: see bench/BenchOptions.cs)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/common.sh
source scripts/lib/prerequisites.sh

need_dotnet
need_own_database
build bench
exec dotnet bench/bin/Release/net10.0/AmoCrmQualification.Bench.dll "$@"
