// SPDX-License-Identifier: Apache-2.0
// Calls of PKCS#11. Whatever a module says of lengths is held against our own buffers.
#include "audit/tokens/pkcs11.h"

#include <dlfcn.h>
#include <openssl/crypto.h>
#include <p11-kit-1/p11-kit/pkcs11.h>

#include <array>
#include <cstddef>
#include <cstdio>
#include <utility>
#include <vector>

#include "audit/tokens/outcome.h"
#include "audit/tokens/sm2_digest.h"
#include "base/check.h"
#include "base/text.h"
#include "base/world_error.h"

namespace mingzhang::audit {
namespace {

constexpr CK_ULONG kSlotsMax = 256;

Problem token_problem(TokenOutcome outcome, std::string detail = "") {
  return Problem{&info_of(outcome), "", std::move(detail)};
}

/// What an answer of the module means. Requires: not CKR_OK.
Problem token_refused(CK_RV answer, const char* call) {
  switch (answer) {
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE: return token_problem(TokenOutcome::PinWrong);
    case CKR_PIN_LOCKED:
    case CKR_PIN_EXPIRED:
    case CKR_USER_PIN_NOT_INITIALIZED: return token_problem(TokenOutcome::PinLocked);
    case CKR_DEVICE_REMOVED:
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_SESSION_HANDLE_INVALID:
    case CKR_SESSION_CLOSED: return token_problem(TokenOutcome::TokenRemoved);
    case CKR_KEY_TYPE_INCONSISTENT:
    case CKR_MECHANISM_INVALID: return token_problem(TokenOutcome::KeyKindBad, call);
    default: break;
  }
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s: CKR 0x%08lx", call, static_cast<unsigned long>(answer));
  return token_problem(TokenOutcome::TokenRefused, text.data());
}

std::string label_of(const CK_TOKEN_INFO& info) {
  std::string label(reinterpret_cast<const char*>(info.label), sizeof info.label);
  while (!label.empty() && label.back() == ' ') label.pop_back();
  return label;
}

CK_ATTRIBUTE attribute_of(CK_ATTRIBUTE_TYPE type, const std::string& value) {
  return {type, const_cast<char*>(value.data()), static_cast<CK_ULONG>(value.size())};
}

Result<CK_SLOT_ID, Problem> slot_of(CK_FUNCTION_LIST& calls, const std::string& label) {
  std::array<CK_SLOT_ID, kSlotsMax> slots{};
  CK_ULONG count = slots.size();
  const CK_RV answer = calls.C_GetSlotList(CK_TRUE, slots.data(), &count);
  if (answer != CKR_OK) return Err(token_refused(answer, "C_GetSlotList"));
  std::optional<CK_SLOT_ID> found;
  for (CK_ULONG at = 0; at < count && at < kSlotsMax; ++at) {
    CK_TOKEN_INFO info{};
    if (calls.C_GetTokenInfo(slots[at], &info) != CKR_OK || label_of(info) != label) continue;
    if (found) return Err(token_problem(TokenOutcome::TokenTwice, quotable(label)));
    found = slots[at];
  }
  if (!found) return Err(token_problem(TokenOutcome::TokenMissing, quotable(label)));
  return *found;
}

/// Up to two objects that fit: one is right, two are one too many.
Result<std::vector<CK_OBJECT_HANDLE>, Problem> objects_of(CK_FUNCTION_LIST& calls, CK_SESSION_HANDLE session,
                                                          std::vector<CK_ATTRIBUTE> wanted) {
  CK_RV answer = calls.C_FindObjectsInit(session, wanted.data(), static_cast<CK_ULONG>(wanted.size()));
  if (answer != CKR_OK) return Err(token_refused(answer, "C_FindObjectsInit"));
  std::array<CK_OBJECT_HANDLE, 2> handles{};
  CK_ULONG count = 0;
  answer = calls.C_FindObjects(session, handles.data(), handles.size(), &count);
  calls.C_FindObjectsFinal(session);
  if (answer != CKR_OK) return Err(token_refused(answer, "C_FindObjects"));
  if (count > handles.size()) return Err(token_problem(TokenOutcome::TokenRefused, "C_FindObjects: count"));
  return std::vector<CK_OBJECT_HANDLE>(handles.begin(), handles.begin() + static_cast<std::ptrdiff_t>(count));
}

std::vector<CK_ATTRIBUTE> wanted_key(CK_OBJECT_CLASS& kind, const std::string& label, const std::string& id) {
  std::vector<CK_ATTRIBUTE> wanted{{CKA_CLASS, &kind, sizeof kind}};
  if (!label.empty()) wanted.push_back(attribute_of(CKA_LABEL, label));
  if (!id.empty()) wanted.push_back(attribute_of(CKA_ID, id));
  return wanted;
}

/// Nothing where the object has none, or one of more than 255 bytes.
std::optional<std::string> value_of(CK_FUNCTION_LIST& calls, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object,
                                    CK_ATTRIBUTE_TYPE type) {
  std::array<char, 255> bytes{};
  CK_ATTRIBUTE attribute{type, bytes.data(), bytes.size()};
  if (calls.C_GetAttributeValue(session, object, &attribute, 1) != CKR_OK || attribute.ulValueLen > bytes.size()) return std::nullopt;
  return std::string(bytes.data(), attribute.ulValueLen);
}

/// CKA_EC_POINT is an OCTET STRING in DER; some modules give the bare point.
std::optional<PublicKey> key_of_point(Algorithm algorithm, std::string_view point) {
  const std::size_t size = algorithm == Algorithm::Ed25519 ? 32 : 65;
  const bool is_wrapped = point.size() == size + 2 && point[0] == '\x04' && point[1] == static_cast<char>(size);
  return PublicKey::from_bytes(algorithm, is_wrapped ? point.substr(2) : point);
}

}  // namespace

struct TokenModule::Loaded {
  void* library = nullptr;
  CK_FUNCTION_LIST* calls = nullptr;
  bool is_initialized = false;

  Loaded() = default;
  Loaded(const Loaded&) = delete;
  Loaded& operator=(const Loaded&) = delete;
  ~Loaded() {
    if (is_initialized) calls->C_Finalize(nullptr);
    if (library != nullptr) dlclose(library);
  }
};

TokenModule::TokenModule(std::unique_ptr<Loaded> loaded) : loaded_(std::move(loaded)) {}
TokenModule::~TokenModule() = default;

Result<std::shared_ptr<TokenModule>, Problem> TokenModule::open(const std::string& path) {
  const auto bad = [&path](const char* why) { return Err(token_problem(TokenOutcome::ModuleBad, quotable(path) + why)); };
  if (path.find('/') == std::string::npos) return bad(": no full path");
  auto loaded = std::make_unique<Loaded>();
  loaded->library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (loaded->library == nullptr) return bad(": cannot be loaded");
  // POSIX lets a function's address pass through void*.
  const auto list = reinterpret_cast<CK_C_GetFunctionList>(dlsym(loaded->library, "C_GetFunctionList"));
  if (list == nullptr) return bad(": has no C_GetFunctionList");
  if (list(&loaded->calls) != CKR_OK || loaded->calls == nullptr) return bad(": gives no functions");
  CK_C_INITIALIZE_ARGS arguments{};
  arguments.flags = CKF_OS_LOCKING_OK;
  const CK_RV answer = loaded->calls->C_Initialize(&arguments);
  if (answer == CKR_CRYPTOKI_ALREADY_INITIALIZED) return Err(token_problem(TokenOutcome::ModuleBusy, quotable(path)));
  if (answer != CKR_OK) return Err(token_refused(answer, "C_Initialize"));
  loaded->is_initialized = true;
  return std::shared_ptr<TokenModule>(new TokenModule(std::move(loaded)));
}

TokenSigner::TokenSigner(std::shared_ptr<TokenModule> module, unsigned long session, TokenMechanism mechanism)
    : module_(std::move(module)), session_(session), mechanism_(mechanism) {}

TokenSigner::~TokenSigner() {
  module_->loaded_->calls->C_CloseSession(session_);
}

Result<std::unique_ptr<TokenSigner>, Problem> TokenSigner::open(std::shared_ptr<TokenModule> module, const TokenKeyPlace& place,
                                                                const Pin& pin, const std::optional<PublicKey>& expected) {
  MZ_CHECK(module != nullptr);
  MZ_CHECK(!place.key_label.empty() || !place.key_id.empty());
  CK_FUNCTION_LIST& calls = *module->loaded_->calls;
  const Result<CK_SLOT_ID, Problem> slot = slot_of(calls, place.token_label);
  if (!slot) return Err(slot.error());
  CK_SESSION_HANDLE session = 0;
  CK_RV answer = calls.C_OpenSession(*slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session);
  if (answer != CKR_OK) return Err(token_refused(answer, "C_OpenSession"));
  std::unique_ptr<TokenSigner> signer(new TokenSigner(std::move(module), session, place.mechanism));
  std::string secret(pin.text());
  answer = calls.C_Login(session, CKU_USER, reinterpret_cast<CK_UTF8CHAR*>(secret.data()), static_cast<CK_ULONG>(secret.size()));
  OPENSSL_cleanse(secret.data(), secret.size());
  // A login holds for all sessions of the process with this token.
  if (answer != CKR_OK && answer != CKR_USER_ALREADY_LOGGED_IN) return Err(token_refused(answer, "C_Login"));
  if (const std::unique_ptr<Problem> problem = signer->take_keys(place, expected)) return Err(*problem);
  return signer;
}

std::unique_ptr<Problem> TokenSigner::take_keys(const TokenKeyPlace& place, const std::optional<PublicKey>& expected) {
  CK_FUNCTION_LIST& calls = *module_->loaded_->calls;
  CK_OBJECT_CLASS kind = CKO_PRIVATE_KEY;
  const auto found = objects_of(calls, session_, wanted_key(kind, place.key_label, place.key_id));
  if (!found) return std::make_unique<Problem>(found.error());
  const std::string name = quotable(place.key_label.empty() ? to_hex(place.key_id) : place.key_label);
  if (found->empty()) return std::make_unique<Problem>(token_problem(TokenOutcome::TokenKeyMissing, name));
  if (found->size() > 1) return std::make_unique<Problem>(token_problem(TokenOutcome::TokenKeyTwice, name));
  private_key_ = found->front();
  CK_KEY_TYPE type = 0;
  CK_ATTRIBUTE attribute{CKA_KEY_TYPE, &type, sizeof type};
  const CK_RV answer = calls.C_GetAttributeValue(session_, private_key_, &attribute, 1);
  if (answer != CKR_OK) return std::make_unique<Problem>(token_refused(answer, "C_GetAttributeValue"));
  if (type != mechanism_.key_type) return std::make_unique<Problem>(token_problem(TokenOutcome::KeyKindBad, name));
  return take_public_key(place, expected);
}

std::unique_ptr<Problem> TokenSigner::take_public_key(const TokenKeyPlace& place, const std::optional<PublicKey>& expected) {
  CK_FUNCTION_LIST& calls = *module_->loaded_->calls;
  // The two halves of a pair share their id; the label is the second choice.
  const std::string id = value_of(calls, session_, private_key_, CKA_ID).value_or("");
  CK_OBJECT_CLASS kind = CKO_PUBLIC_KEY;
  const auto found = objects_of(calls, session_, wanted_key(kind, id.empty() ? place.key_label : "", id));
  if (!found) return std::make_unique<Problem>(found.error());
  if (found->size() > 1) return std::make_unique<Problem>(token_problem(TokenOutcome::TokenKeyTwice, "public key"));
  if (found->empty() && !expected) return std::make_unique<Problem>(token_problem(TokenOutcome::PublicKeyMissing));
  if (found->empty()) {
    public_key_ = expected;
    return nullptr;
  }
  const std::optional<std::string> point = value_of(calls, session_, found->front(), CKA_EC_POINT);
  public_key_ = point ? key_of_point(mechanism_.algorithm, *point) : std::nullopt;
  if (!public_key_) return std::make_unique<Problem>(token_problem(TokenOutcome::KeyKindBad, "public key"));
  if (expected && !(*expected == *public_key_)) return std::make_unique<Problem>(token_problem(TokenOutcome::PublicKeyOther));
  return nullptr;
}

Result<std::string, Problem> TokenSigner::try_sign(std::string_view message) {
  CK_FUNCTION_LIST& calls = *module_->loaded_->calls;
  const bool is_sm2 = mechanism_.algorithm == Algorithm::Sm2;
  std::string input = is_sm2 ? std::string(bytes_of(sm2_digest(*public_key_, message))) : std::string(message);
  CK_MECHANISM mechanism{mechanism_.mechanism, nullptr, 0};
  CK_RV answer = calls.C_SignInit(session_, &mechanism, private_key_);
  if (answer != CKR_OK) return Err(token_refused(answer, "C_SignInit"));
  std::array<unsigned char, 512> bytes{};
  CK_ULONG size = bytes.size();
  answer = calls.C_Sign(session_, reinterpret_cast<CK_BYTE*>(input.data()), static_cast<CK_ULONG>(input.size()), bytes.data(), &size);
  if (answer != CKR_OK) return Err(token_refused(answer, "C_Sign"));
  if (size > bytes.size()) return Err(token_problem(TokenOutcome::TokenRefused, "C_Sign: size"));
  std::string signature(reinterpret_cast<const char*>(bytes.data()), size);
  if (is_sm2) signature = sm2_der_signature(signature).value_or(signature);  // some modules give DER
  if (!public_key_->verifies(message, signature)) return Err(token_problem(TokenOutcome::TokenSignatureWrong));
  return signature;
}

std::string TokenSigner::sign(std::string_view message) {
  Result<std::string, Problem> signature = try_sign(message);
  if (!signature) throw WorldError(WorldFault::Unavailable, to_text(signature.error()));
  return std::move(signature).value();
}

}  // namespace mingzhang::audit
