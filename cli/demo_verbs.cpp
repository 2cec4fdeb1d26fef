// SPDX-License-Identifier: Apache-2.0
// The demonstration: two books in a new folder.
#include <charconv>
#include <filesystem>
#include <system_error>

#include "base/ratio.h"
#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/verb.h"
#include "cli/verdict.h"
#include "service/demo.h"
#include "service/reading_outcome.h"

namespace mingzhang::cli {
namespace {

using service::ReadingOutcome;

/// The demonstration's scale; with another number of households the others follow in proportion.
std::optional<service::DemoOptions> scale_of(const Values& values) {
  const service::DemoOptions usual;
  service::DemoOptions options;
  if (!values.is_given("--households")) return options;
  const std::string text = values.text("--households");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), options.households);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (options.households < 100 || options.households > 1'000'000) return std::nullopt;
  options.persons = options.households * usual.persons / usual.households;
  options.poorest_households = options.households * usual.poorest_households / usual.households;
  return options;
}

int run_demo(Desk& desk, const Values& values) {
  const std::optional<service::DemoOptions> scale = scale_of(values);
  if (!scale) {
    return desk.output().refuse(service::refusal(ReadingOutcome::NumberBad, "--households 100…1000000"));
  }
  const std::filesystem::path folder(values.text("--dir"));
  const std::string file = (folder / "demo.db").string();
  std::error_code error;
  if (desk.backend().exists(file)) return desk.output().refuse(service::refusal(ReadingOutcome::DatabaseExists, "demo.db"));
  std::filesystem::create_directories(folder, error);
  if (error) return desk.output().refuse(service::refusal(ReadingOutcome::FileFailed, "--dir"));
  auto opened = service::open_database(desk.backend(), file, service::Access::Create);
  if (!opened) return desk.output().refuse(opened.error());
  service::Writer writer(*opened->database, *opened->logs, desk.clock());
  const auto books = service::post_demo_books(writer, *scale, [&desk](const std::string& line) { desk.output().note(line); });
  if (!books) return desk.output().refuse(books.error());
  return verify_and_show(desk, *opened, "");
}

}  // namespace

std::vector<Verb> demo_verbs() {
  return {
      {"", "demo", "演示：两个账套，合成住户 the demonstration: two books with synthetic households, in a new folder",
       {{"--dir", ValueKind::Text, true, "DIR", "目录，其中不得已有 demo.db folder without a demo.db"},
        {"--households", ValueKind::Text, false, "N", "户数（默认 20236） households"}},
       run_demo},
  };
}

}  // namespace mingzhang::cli
