// SPDX-License-Identifier: Apache-2.0
// Reads PINs and wipes them.
#include "audit/tokens/pin.h"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "audit/tokens/outcome.h"

namespace mingzhang::audit {
namespace {

Problem pin_unreadable(const char* detail) {
  return Problem{&info_of(TokenOutcome::PinUnreadable), "", detail};
}

}  // namespace

Pin::Pin(std::string_view text) {
  text_.reserve(kPinBytesMax);  // never moves, so that no second copy stays behind
  text_ = text;
}

Pin::Pin(Pin&& other) noexcept : text_(std::move(other.text_)) {
  OPENSSL_cleanse(other.text_.data(), other.text_.size());
  other.text_.clear();
}

Pin::~Pin() {
  OPENSSL_cleanse(text_.data(), text_.size());
}

Result<Pin, Problem> Pin::from_text(std::string_view text) {
  if (text.empty()) return Err(pin_unreadable("empty"));
  if (text.size() > kPinBytesMax) return Err(pin_unreadable("more than 255 bytes"));
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\0') return Err(pin_unreadable("a line break or NUL"));
  }
  return Pin(text);
}

Result<Pin, Problem> Pin::from_descriptor(int descriptor) {
  std::array<char, kPinBytesMax + 2> line{};
  std::size_t size = 0;
  bool ended = false;
  while (!ended && size < line.size()) {
    const ssize_t got = read(descriptor, line.data() + size, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Err(pin_unreadable("cannot be read"));
    ended = got == 0 || line[size] == '\n';
    if (!ended) ++size;
  }
  if (size > 0 && line[size - 1] == '\r') --size;
  Result<Pin, Problem> pin = from_text({line.data(), size});
  OPENSSL_cleanse(line.data(), line.size());
  return pin;
}

Result<Pin, Problem> Pin::from_file(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Err(pin_unreadable("the file cannot be opened"));
  Result<Pin, Problem> pin = from_descriptor(descriptor);
  close(descriptor);
  return pin;
}

}  // namespace mingzhang::audit
