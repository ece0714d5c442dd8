# shellcheck shell=bash
# What every command needs: where things are, how to say something, how to build. Sourced at the root, with `set -euo pipefail`.
readonly root=$PWD

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

readonly api_dll=src/Api/bin/Release/net10.0/AmoCrmQualification.Api.dll

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

build() { dotnet build "$1" --configuration Release --verbosity quiet "${@:2}" >&2; }
