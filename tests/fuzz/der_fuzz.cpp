// SPDX-License-Identifier: Apache-2.0
// The reader of DER, signatures of GB/T 35275, CMS and time stamps: no input may crash it.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/stamps/cms.h"
#include "audit/stamps/der.h"
#include "audit/stamps/gbt35275.h"
#include "audit/stamps/timestamp.h"
#include "base/base64.h"

namespace {

// The certificate of CFCA's published sample (tests/audit/gbt35275_test.cpp), as the one root.
constexpr std::string_view kRoot =
    "MIIBiTCCAS+gAwIBAgIFAKncGpAwCgYIKoEcz1UBg3UwKTEQMA4GA1UEChMHQWNtZSBDbzEVMBMGA1UEAxMMRWRkYXJkIFN0YXJr"
    "MB4XDTI0MTExOTAwMTIyNVoXDTI1MTExOTAwMTIyNlowJTEQMA4GA1UEChMHQWNtZSBDbzERMA8GA1UEAxMISm9uIFNub3cwWTAT"
    "BgcqhkjOPQIBBggqgRzPVQGCLQNCAATYcgrHXJmFO1/t/9WQ6GkCW6D0yDyd2ya5wRXjVAU08I9Oo6k99jB2MPauCn64W81APRCP"
    "HLlwWOtuIsmSmQhjo0gwRjAOBgNVHQ8BAf8EBAMCBaAwEwYDVR0lBAwwCgYIKwYBBQUHAwQwHwYDVR0jBBgwFoAUyBfYaeGJxaf9"
    "ST9aCRgotC+MwvwwCgYIKoEcz1UBg3UDSAAwRQIgRaF0PA74cCYKeu8pZ4VDQti+rE283Hq/tGXzXUzOWKUCIQDl3z1boZxtRscb"
    "nOGOXg1NY+yoY2lz5b63kGOTkn/Sxw==";

std::vector<mingzhang::audit::Certificate> root_certificates() {
  const auto der = mingzhang::base64_decoded(kRoot);
  if (!der) std::abort();
  auto root = mingzhang::audit::Certificate::from_der(*der);
  if (!root) std::abort();
  return {std::move(root).value()};
}

void read_all(std::string_view bytes, int depth) {
  mingzhang::audit::DerReader reader(bytes);
  while (const auto item = reader.next()) {
    if (mingzhang::audit::der(item->tag, item->content) != item->whole) std::abort();
    if (depth < 32) read_all(item->content, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_all(bytes, 0);
  static const std::vector<mingzhang::audit::Certificate> roots = root_certificates();
  static_cast<void>(mingzhang::audit::verify_gbt35275(bytes, "", roots, 1'733'000'000).has_value());
  static_cast<void>(mingzhang::audit::verify_cms(bytes, "", roots, 1'733'000'000).has_value());
  static_cast<void>(mingzhang::audit::check_stamp(bytes, {}, roots).has_value());
  return 0;
}
