# shellcheck shell=bash
# What the machine must have. Root on Debian gets what is missing, and is told so; anybody else is told the command.
readonly oldest_postgres=15
readonly oldest_node=20.19

install_packages() {
    local purpose=$1
    shift
    [[ -e /etc/debian_version ]] || fail "$purpose is missing: install it with this system's package manager."
    ((EUID == 0)) || fail "$purpose is missing: run \`sudo apt-get update && sudo apt-get install -y $*\`."
    say "$purpose is missing: installing $*"
    {
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
    } >&2
}

need_dotnet() {
    command -v dotnet >/dev/null || fail "The .NET SDK 10 is missing: see https://dotnet.microsoft.com/download/dotnet/10.0"
    local reason
    reason=$(dotnet --version 2>&1) || fail "The .NET SDK 10 does not run: $(head -n 1 <<<"$reason")"
}

is_postgres() {
    local version
    [[ -x $1/initdb && -x $1/pg_ctl && -x $1/postgres ]] || return 1
    version=$("$1/postgres" --version 2>/dev/null) || return 1
    [[ $version =~ ([0-9]+) ]] && ((BASH_REMATCH[1] >= oldest_postgres))
}

# Looks where the service itself looks.
has_postgres() {
    local directory
    if [[ -n ${PG_BIN:-} ]]; then
        is_postgres "$PG_BIN" || fail "PG_BIN is $PG_BIN, where no PostgreSQL $oldest_postgres or later is."
        return
    fi
    local path
    IFS=: read -ra path <<<"$PATH"
    for directory in /usr/lib/postgresql/*/bin "${path[@]}"; do
        is_postgres "$directory" && return
    done
    return 1
}

need_postgres() {
    has_postgres && return
    if ((EUID == 0)) && [[ -e /etc/debian_version ]]; then
        # Debian's package would make and start a cluster of its own; we only want the programs.
        install_packages "PostgreSQL (its common files)" postgresql-common
        printf 'create_main_cluster = false\n' >>/etc/postgresql-common/createcluster.conf
    fi
    install_packages "PostgreSQL $oldest_postgres or later" postgresql
    has_postgres || fail "No PostgreSQL $oldest_postgres or later came with this system's packages: install a newer one and set PG_BIN."
}

need_setpriv() {
    ((EUID != 0)) || command -v setpriv >/dev/null || install_packages "setpriv" util-linux
}

need_own_database() {
    need_postgres
    need_setpriv
}

has_node() {
    local version
    version=$(node --version 2>/dev/null) || return 1
    command -v npm >/dev/null && printf '%s\n' "$oldest_node" "${version#v}" | sort --check=quiet --version-sort
}

need_node() {
    has_node && return
    install_packages "Node $oldest_node or later" nodejs npm
    has_node || fail "This system packages a Node older than $oldest_node: see https://nodejs.org/en/download"
}

# The shell does a page in half the time of the whole browser, which does as well where it is there already. Pages are laid out with
# the widths of Arial, as most people's fonts have them, whatever fonts the machine came with.
need_chromium() {
    local shell=/usr/bin/chromium-headless-shell fonts=/usr/share/fonts/truetype/liberation packages=()
    [[ -x ${CHROMIUM:-$shell} ]] || packages+=(chromium-headless-shell fonts-dejavu-core)
    [[ -d $fonts ]] || packages+=(fonts-liberation)
    ((${#packages[@]} == 0)) && return
    (install_packages "Chromium's headless shell and its fonts" "${packages[@]}") || [[ -x ${CHROMIUM:-$shell} || -x /usr/bin/chromium ]]
}
