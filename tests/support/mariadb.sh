#!/usr/bin/env bash
# Starts (or finds) a private MariaDB on loopback for tests and prints its URL; `stop` ends it by its pid.
# Data lie in a folder under the system's temporary directory; nothing of an installed server is touched.
set -euo pipefail
dir="${ALUR_TEST_MARIADB_DIR:-${TMPDIR:-/tmp}/alur-test-mariadb-$(id -u)}"
port="${ALUR_TEST_MARIADB_PORT:-33066}"
url="mysql://root@127.0.0.1:${port}/alur_test"
running() { [ -s "$dir/pid" ] && kill -0 "$(cat "$dir/pid")" 2>/dev/null; }
case "${1:-start}" in
  start)
    mkdir -p "$dir"
    exec 9>"$dir/lock"; flock 9
    if ! running; then
      server="$(command -v mariadbd || command -v mysqld || true)"
      [ -n "$server" ] || server=/usr/sbin/mariadbd
      [ -x "$server" ] || { echo "Expected a MariaDB server (package mariadb-server), but none is installed" >&2; exit 1; }
      user=()
      [ "$(id -u)" != 0 ] || { user=(--user=root); }
      if [ ! -d "$dir/data/mysql" ]; then
        mariadb-install-db --no-defaults "${user[@]}" --datadir="$dir/data" --auth-root-authentication-method=normal >/dev/null
      fi
      "$server" --no-defaults "${user[@]}" --datadir="$dir/data" --port="$port" --bind-address=127.0.0.1 --socket="$dir/sock" --pid-file="$dir/pid" \
        --innodb-flush-log-at-trx-commit=1 --innodb-buffer-pool-size=256M --max-connections=200 --character-set-server=utf8mb4 \
        --skip-name-resolve --log-error="$dir/error.log" </dev/null >/dev/null 2>&1 9>&- &
      for _ in $(seq 1 150); do mariadb-admin --no-defaults --socket="$dir/sock" -uroot ping >/dev/null 2>&1 && break; sleep 0.2; done
      mariadb --no-defaults --socket="$dir/sock" -uroot -e "CREATE DATABASE IF NOT EXISTS alur_test CHARACTER SET utf8mb4; CREATE USER IF NOT EXISTS root@127.0.0.1; GRANT ALL ON *.* TO root@127.0.0.1 WITH GRANT OPTION;"
    fi
    echo "$url" ;;
  stop) if running; then kill "$(cat "$dir/pid")"; fi ;;
  *) echo "usage: mariadb.sh start|stop" >&2; exit 2 ;;
esac
