# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages that are missing; sourced by ./dev, quiet when nothing is missing.
# shellcheck shell=bash disable=SC2154

# packages_of SECTION…: the names below these headings of packages.txt.
packages_of() {
  awk -v wanted=" $* " '/^\[/ { on = index(wanted, " " substr($0, 2, length($0) - 2) " ") } /^[a-z0-9]/ && on' \
    "$root/tools/packages.txt"
}

# missing_packages NAME…: those that are not installed.
missing_packages() {
  local installed name
  installed=" $(dpkg-query -W -f='${db:Status-Status}=${Package} ' "$@" 2>/dev/null || true) "
  for name in "$@"; do
    [[ $installed == *" installed=$name "* ]] || echo "$name"
  done
}

# setup SECTION…: everything of these sections is installed afterwards, or the run ends with what to do by hand.
setup() {
  [[ ${MINGZHANG_SKIP_SETUP:-} == 1 ]] && return
  local system names missing
  # shellcheck source=/dev/null
  system=$(. /etc/os-release 2>/dev/null && echo "${ID:-}-${VERSION_ID:-}")
  mapfile -t names < <(packages_of "$@")
  if [[ $system != debian-12 ]]; then
    fail "本项目在 Debian 12 上构建，而这里是 ${system}。请自行安装下列软件包的对应版本，然后设 MINGZHANG_SKIP_SETUP=1 再试。" \
      "Got ${system}, wanted Debian 12. Install the counterparts of these packages, then set MINGZHANG_SKIP_SETUP=1:" \
      "  ${names[*]}"
  fi
  mapfile -t missing < <(missing_packages "${names[@]}")
  ((${#missing[@]})) || return 0
  local as_root=() # a prefix: nothing for root, sudo for others
  if ((EUID != 0)); then
    if command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
      as_root=(sudo)
    else
      fail "缺少软件包，而当前用户无权安装。请以 root 身份运行：" "Packages are missing and this user may not install them. As root, run:" \
        "  apt-get update && apt-get install --yes --no-install-recommends ${missing[*]}"
    fi
  fi
  step "安装软件包 packages (${#missing[@]})" setup/log install_packages "${missing[@]}"
}

install_packages() {
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  "${apt[@]}" update &&
    "${apt[@]}" install --yes --no-install-recommends "$@"
}
