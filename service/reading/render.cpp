// SPDX-License-Identifier: Apache-2.0
// Chooses the renderer.
#include "service/reading/render.h"

#include "reports/table_csv.h"
#include "reports/table_json.h"
#include "reports/table_text.h"

namespace mingzhang::service {

std::optional<Format> parse_format(std::string_view word) {
  if (word == "text") return Format::Text;
  if (word == "json") return Format::Json;
  if (word == "csv") return Format::Csv;
  return std::nullopt;
}

std::string rendered(const reports::Table& table, Format format) {
  switch (format) {
    case Format::Text: return reports::to_text(table);
    case Format::Json: return reports::to_json(table);
    case Format::Csv: return reports::to_csv(table);
  }
  return std::string();
}

}  // namespace mingzhang::service
