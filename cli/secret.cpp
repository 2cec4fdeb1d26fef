// SPDX-License-Identifier: Apache-2.0
// Reads passphrases and writes private keys.
#include "cli/secret.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <istream>
#include <iterator>
#include <utility>

#include "cli/exit_code.h"
#include "cli/file.h"
#include "service/reading/outcome.h"

namespace mingzhang::cli {
namespace {

using service::ReadingOutcome;

/// What is typed at the terminal is not shown while this lives.
class Unseen {
 public:
  Unseen() : is_terminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_terminal_) return;
    termios now = before_;
    now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &now);
  }
  ~Unseen() {
    if (is_terminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;
  bool is_terminal() const { return is_terminal_; }

 private:
  termios before_{};
  bool is_terminal_;
};

std::string first_line(const std::string& text) {
  std::string line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

/// Writes all of it; false where the system does not take it.
bool write_all(int descriptor, const std::string& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::write(descriptor, bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    done += static_cast<std::size_t>(count);
  }
  return ::fsync(descriptor) == 0;
}

}  // namespace

std::optional<std::string> read_passphrase(Desk& desk, const Values& values) {
  if (values.is_given("--passphrase-file")) {
    const std::optional<std::string> text = read_file_or_refuse(desk, values.text("--passphrase-file"));
    return text ? std::optional(first_line(*text)) : std::nullopt;
  }
  const Unseen unseen;
  if (!unseen.is_terminal()) {
    desk.output().refuse(service::refusal(ReadingOutcome::FileMissing, "--passphrase-file"));
    return std::nullopt;
  }
  desk.output().note("私钥口令（输入时不显示） passphrase, not shown:");
  std::string line;
  std::getline(desk.input(), line);
  return line;
}

bool write_secret_file(const std::string& path, const std::string& bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return false;
  const bool is_written = write_all(descriptor, bytes);
  const bool is_closed = ::close(descriptor) == 0;
  if (is_written && is_closed) return true;
  ::unlink(path.c_str());
  return false;
}

std::optional<std::string> read_file_or_refuse(Desk& desk, const std::string& path) {
  if (path == "-") return std::string(std::istreambuf_iterator<char>(desk.input()), {});
  std::optional<std::string> bytes = read_file(path);
  if (!bytes) desk.output().refuse(service::refusal(ReadingOutcome::FileMissing, plain(path)));
  return bytes;
}

std::optional<service::Signers> read_signers(Desk& desk, const Values& values) {
  const std::vector<std::string>& places = values.list("--signer");
  const bool has_files = !std::all_of(places.begin(), places.end(), [](const std::string& place) { return place.starts_with("pkcs11:"); });
  const std::optional<std::string> passphrase = has_files ? read_passphrase(desk, values) : std::string();
  if (!passphrase) return std::nullopt;
  std::vector<service::SignerFile> files;
  for (const std::string& path : places) {
    if (path.starts_with("pkcs11:")) {
      files.push_back({"", "", path});
      continue;
    }
    std::optional<std::string> pem = read_file_or_refuse(desk, path);
    if (!pem) return std::nullopt;
    files.push_back({std::move(*pem), *passphrase, ""});
  }
  Result<service::Signers, service::Refusal> signers = service::open_signers(files);
  if (signers) return std::move(signers).value();
  desk.output().refuse(signers.error());
  return std::nullopt;
}

OptionSpec passphrase_option() {
  return {"--passphrase-file", ValueKind::Text, false, "FILE",
          "口令所在文件的第一行，- 为标准输入；不写则在终端询问 file whose first line is the passphrase, - for standard input; asked for at "
          "the terminal where not given"};
}

OptionSpec signer_option() {
  return {"--signer", ValueKind::List, true, "FILE",
          "私钥文件，每种算法一个，可重复，口令相同；或令牌中的密钥 pkcs11:token=…;object=…?module-path=…&pin-source=… private key, one for each algorithm, may be repeated, "
          "under one passphrase; or a key in a token"};
}

}  // namespace mingzhang::cli
