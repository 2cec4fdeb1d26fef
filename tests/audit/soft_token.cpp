// SPDX-License-Identifier: Apache-2.0
// Fills tokens of SoftHSM with plain calls of PKCS#11.
#include "tests/audit/soft_token.h"

#include <dlfcn.h>
#include <p11-kit-1/p11-kit/pkcs11.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

CK_UTF8CHAR* token_text(std::string& text) {
  return reinterpret_cast<CK_UTF8CHAR*>(text.data());
}

/// The module between C_Initialize and C_Finalize.
class OpenSoftModule {
 public:
  OpenSoftModule() : library_(dlopen(kSoftModule, RTLD_NOW | RTLD_LOCAL)) {
    REQUIRE(library_ != nullptr);
    const auto list = reinterpret_cast<CK_C_GetFunctionList>(dlsym(library_, "C_GetFunctionList"));
    REQUIRE(list(&calls_) == CKR_OK);
    REQUIRE(calls_->C_Initialize(nullptr) == CKR_OK);
  }
  OpenSoftModule(const OpenSoftModule&) = delete;
  OpenSoftModule& operator=(const OpenSoftModule&) = delete;
  ~OpenSoftModule() {
    calls_->C_Finalize(nullptr);
    dlclose(library_);
  }
  CK_FUNCTION_LIST& calls() { return *calls_; }
  CK_SESSION_HANDLE session(CK_USER_TYPE user, std::string pin) {
    std::array<CK_SLOT_ID, 8> slots{};
    CK_ULONG count = slots.size();
    REQUIRE(calls_->C_GetSlotList(CK_TRUE, slots.data(), &count) == CKR_OK);
    CK_SESSION_HANDLE session = 0;
    REQUIRE(calls_->C_OpenSession(slots[0], CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr, nullptr, &session) == CKR_OK);
    REQUIRE(calls_->C_Login(session, user, token_text(pin), pin.size()) == CKR_OK);
    return session;
  }

 private:
  void* library_;
  CK_FUNCTION_LIST* calls_ = nullptr;
};

}  // namespace

bool has_soft_token() {
  if (std::filesystem::exists(kSoftModule)) return true;
  WARN("softhsm2 is not installed: tokens were not tested (./dev setup installs it)");
  return false;
}

SoftToken::SoftToken() {
  std::filesystem::create_directory(folder_.file("tokens"));
  std::ofstream(folder_.file("softhsm2.conf")) << "directories.tokendir = " << folder_.file("tokens")
                                               << "\nobjectstore.backend = file\nlog.level = ERROR\n";
  setenv("SOFTHSM2_CONF", folder_.file("softhsm2.conf").c_str(), 1);
  OpenSoftModule module;
  std::string officer = "87654321";
  std::string user = "123456";
  std::string label = "bureau";
  label.resize(32, ' ');
  std::array<CK_SLOT_ID, 8> slots{};
  CK_ULONG count = slots.size();
  REQUIRE(module.calls().C_GetSlotList(CK_FALSE, slots.data(), &count) == CKR_OK);
  REQUIRE(count > 0);
  REQUIRE(module.calls().C_InitToken(slots[0], token_text(officer), officer.size(), token_text(label)) == CKR_OK);
  const CK_SESSION_HANDLE session = module.session(CKU_SO, officer);
  REQUIRE(module.calls().C_InitPIN(session, token_text(user), user.size()) == CKR_OK);
}

void SoftToken::add(const SoftPair& pair) const {
  OpenSoftModule module;
  const CK_SESSION_HANDLE session = module.session(CKU_USER, "123456");
  // DER: PrintableString "edwards25519" (PKCS#11 v3.0 §2.3.10), and the identifier of P-256.
  std::string curve = pair.is_p256 ? std::string("\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07") : "\x13\x0c" + std::string("edwards25519");
  std::string label = pair.label;
  std::string public_id = pair.public_id;
  std::string private_id = pair.private_id;
  CK_BBOOL yes = CK_TRUE;
  std::vector<CK_ATTRIBUTE> open{{CKA_TOKEN, &yes, 1},
                                 {CKA_VERIFY, &yes, 1},
                                 {CKA_EC_PARAMS, curve.data(), curve.size()},
                                 {CKA_LABEL, label.data(), label.size()},
                                 {CKA_ID, public_id.data(), public_id.size()}};
  std::vector<CK_ATTRIBUTE> secret{{CKA_TOKEN, &yes, 1},
                                   {CKA_PRIVATE, &yes, 1},
                                   {CKA_SIGN, &yes, 1},
                                   {CKA_LABEL, label.data(), label.size()},
                                   {CKA_ID, private_id.data(), private_id.size()}};
  CK_MECHANISM mechanism{static_cast<CK_MECHANISM_TYPE>(pair.is_p256 ? CKM_EC_KEY_PAIR_GEN : CKM_EC_EDWARDS_KEY_PAIR_GEN), nullptr, 0};
  CK_OBJECT_HANDLE public_key = 0;
  CK_OBJECT_HANDLE private_key = 0;
  REQUIRE(module.calls().C_GenerateKeyPair(session, &mechanism, open.data(), open.size(), secret.data(), secret.size(),
                                           &public_key, &private_key) == CKR_OK);
  if (!pair.public_id.empty()) return;
  REQUIRE(module.calls().C_DestroyObject(session, public_key) == CKR_OK);
}

}  // namespace mingzhang::audit
