/// The interface.
struct Placeholder {}
