import Bytes

extension ByteSet {
    /// RFC 9110 §5.6.2: `tchar`.
    static var token: ByteSet { ByteSet(low: 0x03ff_6cfa_0000_0000, high: 0x57ff_ffff_c7ff_fffe) }
    /// Visible ASCII without `#`: a request target has no fragment (RFC 9112 §3.2).
    static var target: ByteSet { ByteSet(low: 0xffff_fff6_0000_0000, high: 0x7fff_ffff_ffff_ffff) }
    /// RFC 9110 §5.5: visible ASCII, SP and HTAB, the bytes of a field value.
    static var fieldValue: ByteSet { ByteSet(low: 0xffff_ffff_0000_0200, high: 0x7fff_ffff_ffff_ffff) }
    /// RFC 3986 §3.2.2: `unreserved`, `sub-delims` and `%`, the bytes of a registered name.
    static var registeredName: ByteSet { ByteSet(low: 0x2bff_7ff2_0000_0000, high: 0x47ff_fffe_87ff_fffe) }
    /// Of those all but `%`, which is not taken by itself.
    static var plainName: ByteSet { ByteSet(low: 0x2bff_7fd2_0000_0000, high: 0x47ff_fffe_87ff_fffe) }
}

extension UInt8 {
    static let lineFeed: UInt8 = 0x0a
    static let carriageReturn: UInt8 = 0x0d
    static let space: UInt8 = 0x20
    static let tab: UInt8 = 0x09

    /// RFC 9110 §5.6.3: optional white space is SP and HTAB, nothing else.
    @inline(__always) var isOptionalWhitespace: Bool { self == .space || self == .tab }

    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }

    /// The byte with `A`…`Z` made small.
    @inline(__always) var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
