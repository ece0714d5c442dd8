# shellcheck shell=bash
# Child processes that end with the script that started them.
children=()

# Asks first: the service stops its database in order.
stop_children() {
    local tries
    trap '' INT TERM
    signal_children TERM
    for ((tries = 0; tries < 400; tries++)); do
        any_alive || return 0
        sleep 0.1
    done
    signal_children KILL
}

signal_children() {
    local child
    for child in "${children[@]}"; do kill "-$1" "$child" 2>/dev/null || true; done
}

any_alive() {
    local child
    for child in "${children[@]}"; do ! kill -0 "$child" 2>/dev/null || return 0; done
    return 1
}

# A service that was killed leaves the database of its data directory running, for the next one to adopt; after a demo
# nothing shall run.
stop_left_database() {
    local cluster=$1/postgres pid
    [[ ! -e $1/postgres.location ]] || cluster=$(head -n 1 "$1/postgres.location")
    pid=$(head -n 1 "$cluster/data/postmaster.pid" 2>/dev/null) || return 0
    [[ $(readlink "/proc/$pid/cwd") != "$cluster/data" ]] || kill -INT "$pid"
}

# Starts a program that ends with this script, even when the script is killed.
start() {
    local guard=()
    ! command -v setpriv >/dev/null || guard=(setpriv --pdeathsig TERM)
    "${guard[@]}" "$@" &
    children+=($!)
}

# Waits for a condition as long as all children live.
until_true() {
    local what=$1 tries
    shift
    for ((tries = 0; tries < 600; tries++)); do
        "$@" && return
        all_alive || fail "The demo cannot start: a program ended while $what was awaited."
        sleep 0.2
    done
    fail "The demo cannot start: $what did not come within two minutes."
}

all_alive() {
    local child
    for child in "${children[@]}"; do kill -0 "$child" 2>/dev/null || return 1; done
}

# host:port of an address; an address that means "every interface" is called by the name of this machine.
host_and_port() {
    local address=${1#*://}
    address=${address%%/*}
    case ${address%:*} in
    '+' | '*' | 0.0.0.0 | '[::]') address=localhost:${address##*:} ;;
    esac
    printf '%s' "$address"
}

listens() {
    local address
    address=$(host_and_port "$1")
    (exec 3<>"/dev/tcp/${address%:*}/${address##*:}") 2>/dev/null
}

remove_child() {
    local child left=()
    for child in "${children[@]}"; do [[ $child == "$1" ]] || left+=("$child"); done
    children=("${left[@]}")
}
