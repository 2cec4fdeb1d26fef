// SPDX-License-Identifier: Apache-2.0
// Opens, reads, shows.
#include "cli/listing.h"

namespace mingzhang::cli {

service::Format format_of(const Desk& desk) {
  return desk.options().is_json ? service::Format::Json : service::Format::Text;
}

int show_list(Desk& desk, const ReadList& read) {
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  return desk.show(read(desk.place(*opened), format_of(desk)));
}

OptionSpec reason_option(bool is_required) {
  return {"--reason", ValueKind::Text, is_required, "TEXT", "原因 why"};
}

}  // namespace mingzhang::cli
