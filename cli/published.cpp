// SPDX-License-Identifier: Apache-2.0
// Files of checkpoints.
#include "cli/published.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/fund_options.h"
#include "cli/seal_files.h"
#include "cli/secret.h"

namespace mingzhang::cli {

std::string published_name(const std::string& folder, audit::Suite suite) {
  return (std::filesystem::path(folder) / ("checkpoint." + std::string(audit::suite_name(suite)))).string();
}

std::vector<std::string> published_notes(const std::string& folder) {
  std::vector<std::string> notes;
  for (const audit::Suite suite : audit::kSuites) {
    if (std::optional<std::string> note = folder.empty() ? std::nullopt : read_file(published_name(folder, suite))) notes.push_back(std::move(*note));
  }
  return notes;
}

std::optional<int> put_into_folder(Desk& desk, const std::string& folder, const std::vector<audit::StoredCheckpoint>& made) {
  for (const audit::StoredCheckpoint& one : made) {
    if (folder.empty()) continue;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const std::string path = published_name(folder, one.suite);
    if (!write_file(path, [&](const WritePiece& write) { write(one.note); return true; })) return refuse_file(desk, path);
  }
  return std::nullopt;
}

std::vector<OptionSpec> closing_options() {
  OptionSpec signer = signer_option();
  signer.is_required = false;
  signer.help = "随后签署检查点的私钥，每种算法一个；不给出则不签 keys for a checkpoint afterwards, one for each suite; none is signed without";
  return {signer, passphrase_option(),
          optional_option("--publish", "DIR", "公布目录：先与其中的检查点核对，再写入新的 folder whose checkpoints are compared and then replaced")};
}

int closed_with_checkpoint(Desk& desk, const Values& values, const std::function<int()>& close) {
  std::optional<service::Signers> signers = service::Signers();
  if (values.is_given("--signer")) signers = read_signers(desk, values);
  if (!signers) return kValidation;
  const int closed = close();
  if (closed != kDone || signers->empty() || desk.options().is_dry_run) return closed;
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  const std::string folder = values.text("--publish");
  const service::CheckpointsResult made = service::make_checkpoints(desk.place(*open), *signers, published_notes(folder));
  if (!made) {
    desk.output().note("结账已完成，检查点未签 the close is done, its checkpoint is not signed");
    return desk.output().refuse(made.error());
  }
  for (const audit::StoredCheckpoint& one : *made) {
    desk.output().note("检查点 checkpoint: " + std::string(audit::suite_name(one.suite)) + " " + std::to_string(one.size));
  }
  return put_into_folder(desk, folder, *made).value_or(kDone);
}

}  // namespace mingzhang::cli
