#!/usr/bin/env bash
# The demo: a sandbox amoCRM, the built service, and the seeder of its data. Started by `./dev run --demo`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/common.sh
source scripts/lib/processes.sh

sandbox_dll=$root/tools/Sandbox/bin/Release/net10.0/AmoCrmQualification.Sandbox.dll
sandbox_urls=${DEMO_SANDBOX_URL:-http://localhost:5081}
sandbox=http://$(host_and_port "$sandbox_urls")
api=http://$(host_and_port "${ASPNETCORE_URLS%%;*}")
data=$(realpath --canonicalize-missing "${DEMO_DIRECTORY:-.demo}")
readonly sandbox_dll sandbox_urls sandbox api data

start_api() {
    cd src/Api # where the web app lies
    start dotnet "$root/$api_dll"
    cd "$root"
}

# The seeder may end well; that either server ends is the end of the demo.
watch_demo() {
    local seeder=$1 ended code
    while true; do
        code=0
        wait -n -p ended "${children[@]}" || code=$?
        [[ $ended == "$seeder" && $code == 0 ]] || break
        remove_child "$seeder"
    done
    if [[ $ended == "$seeder" ]]; then say "The demo data could not be made."; else say "A program of the demo ended with code $code."; fi
    remove_child "$ended"
    exit $((code == 0 ? 1 : code))
}

if [[ -n ${ConnectionStrings__Postgres:-} ]]; then
    say "The demo keeps its own database in $data; ConnectionStrings__Postgres is not used."
    unset ConnectionStrings__Postgres
fi
unset Security__AdminApiKey # the demo reads the generated one
export Storage__DataDirectory=$data AmoCrm__ApiBaseUrl=$sandbox
# Messages go to the sandbox too: its bot, and its mail server on a port a hundred higher.
export Telegram__BotToken=123456789:AAsandbox-token-0000000001 Telegram__ApiBaseUrl=$sandbox
export Smtp__Host=127.0.0.1 Smtp__Port=$((${sandbox##*:} + 100)) Smtp__From='Demo <demo@agency.example>' Smtp__Security=none
build tools/Sandbox

trap 'stop_children; stop_left_database "$data"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
for address in "$sandbox" "$api"; do ! listens "$address" || fail "$address is in use by another program."; done

start dotnet "$sandbox_dll" --urls "$sandbox_urls" --smtp "$Smtp__Port" --demo # an option without a value goes last
until_true "the sandbox at $sandbox" listens "$sandbox"
start_api
until_true "the service at $api" listens "$api"
until_true "its key in $data/admin-key" test -s "$data/admin-key"

start dotnet "$sandbox_dll" seed-demo --api "$api" --sandbox "$sandbox" --admin-key-file "$data/admin-key" --elsewhere
watch_demo "$!"
