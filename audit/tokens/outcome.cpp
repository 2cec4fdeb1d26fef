// SPDX-License-Identifier: Apache-2.0
// The sentences for tokens and for signing by file.
#include "audit/tokens/outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::audit {
namespace {

constexpr std::array kTokenOutcomes{
    OutcomeInfo{101, "TOKEN-101", "ModuleBad", Fault::Request, false, "不是可用的 PKCS#11 模块",
                "this is no usable PKCS#11 module",
                "请核对模块路径，安装厂商驱动（与本机架构相同）",
                "check the path and install the vendor's driver for this machine"},
    OutcomeInfo{102, "TOKEN-102", "ModuleBusy", Fault::Conflict, false, "PKCS#11 模块已被本进程打开",
                "this process has opened the PKCS#11 module already",
                "请共用已打开的模块",
                "share the module that is open"},
    OutcomeInfo{103, "TOKEN-103", "PinUnreadable", Fault::Request, false, "读不到 PIN，或 PIN 为空、过长",
                "the PIN cannot be read, is empty or too long",
                "请把 PIN 写在一行，从文件或描述符给出",
                "give the PIN on one line of a file or descriptor"},
    OutcomeInfo{104, "TOKEN-104", "RequestBad", Fault::Request, false, "不是待签文件（.signreq）",
                "this is no request to sign (.signreq)",
                "请取 mingzhang 写出的原文件",
                "take the file as mingzhang wrote it"},
    OutcomeInfo{105, "TOKEN-105", "ResponseBad", Fault::Request, false, "不是签名回执（.signresp）",
                "this is no answer to a request to sign (.signresp)",
                "请取签名机写出的原文件",
                "take the file as the signing machine wrote it"},
    OutcomeInfo{106, "TOKEN-106", "AddressBad", Fault::Request, false, "令牌地址写法不对", "the address of the key in a token is not right",
                "请写成 pkcs11:token=令牌;object=密钥?module-path=/模块.so&pin-source=/PIN文件（RFC 7512）",
                "write pkcs11:token=TOKEN;object=KEY?module-path=/MODULE.so&pin-source=/PINFILE (RFC 7512)"},
    OutcomeInfo{201, "TOKEN-201", "TokenMissing", Fault::NotFound, false, "没有插入这个标签的令牌",
                "no token of this label is present",
                "请插入令牌，核对标签",
                "insert the token and check its label"},
    OutcomeInfo{202, "TOKEN-202", "TokenTwice", Fault::Conflict, false, "有两个以上同一标签的令牌",
                "several tokens bear this label",
                "请只留一个",
                "leave one of them only"},
    OutcomeInfo{203, "TOKEN-203", "PinWrong", Fault::Permission, false, "PIN 不对",
                "the PIN is wrong",
                "请核对 PIN；连续输错会锁定令牌",
                "check the PIN; a few wrong ones lock the token"},
    OutcomeInfo{204, "TOKEN-204", "PinLocked", Fault::Permission, false, "令牌的 PIN 已锁定或尚未设置",
                "the token's PIN is locked or was never set",
                "请由管理员用 SO PIN 解锁",
                "let the officer unlock it with the SO PIN"},
    OutcomeInfo{205, "TOKEN-205", "TokenRemoved", Fault::World, true, "令牌被拔出",
                "the token was removed",
                "请插回令牌后重做",
                "insert it and begin again"},
    OutcomeInfo{206, "TOKEN-206", "TokenKeyMissing", Fault::NotFound, false, "令牌里没有这把私钥",
                "the token holds no such private key",
                "请核对密钥标签或编号",
                "check the key's label or id"},
    OutcomeInfo{207, "TOKEN-207", "TokenKeyTwice", Fault::Conflict, false, "令牌里有两把以上这样的密钥",
                "several keys of the token fit",
                "请用编号指明",
                "name it by its id"},
    OutcomeInfo{208, "TOKEN-208", "KeyKindBad", Fault::Request, false, "这把密钥不是所要的算法",
                "the key is of another algorithm",
                "请用 Ed25519 密钥，或给出厂商的 SM2 机制号",
                "use an Ed25519 key, or give the vendor's mechanism numbers of SM2"},
    OutcomeInfo{209, "TOKEN-209", "PublicKeyMissing", Fault::NotFound, false, "令牌里没有对应的公钥",
                "the token does not hold the public key",
                "请另行给出公钥文件",
                "give the public key as a file"},
    OutcomeInfo{210, "TOKEN-210", "PublicKeyOther", Fault::Conflict, false, "令牌里的公钥不是所要的公钥",
                "the token's public key is not the one expected",
                "请换用正确的令牌或密钥",
                "take the right token or key"},
    OutcomeInfo{211, "TOKEN-211", "TokenSignatureWrong", Fault::Broken, false, "令牌给出的签名与公钥不符，已丢弃",
                "the token's signature does not fit the public key and was thrown away",
                "请勿再用这把密钥，查清令牌中公钥与私钥是否成对",
                "do not use this key until its two halves are known to belong together"},
    OutcomeInfo{212, "TOKEN-212", "TokenRefused", Fault::World, true, "令牌拒绝了操作",
                "the token refused",
                "请按所示代码查厂商手册",
                "look the code up in the vendor's manual"},
    OutcomeInfo{301, "TOKEN-301", "ResponseOfAnother", Fault::Conflict, false, "回执回答的不是这份待签文件",
                "the answer is to another request",
                "请取这份待签文件的回执",
                "take the answer to this very request"},
    OutcomeInfo{302, "TOKEN-302", "ResponseKeyOther", Fault::Conflict, false, "回执用的是另一把密钥",
                "the answer is of another key",
                "请用待签文件所写的密钥签名",
                "sign with the key that the request names"},
    OutcomeInfo{303, "TOKEN-303", "ResponseSignatureWrong", Fault::Conflict, false, "回执中的签名不对",
                "a signature of the answer is wrong",
                "请重新签名",
                "sign again"},
};

}  // namespace

std::span<const OutcomeInfo> token_outcomes() {
  return kTokenOutcomes;
}

const OutcomeInfo& info_of(TokenOutcome outcome) {
  return find_outcome(kTokenOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::audit
