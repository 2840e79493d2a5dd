# Prints of what `swift test` says one line a suite, what was skipped, and failures in full: leaves out that something
# started, and tests that passed. Lines of another kind (of a failure, a crash or the compiler) stay.

# A start names the test's arguments, which may have line breaks.
isStart || /^◇ / { isStart = $0 !~ /started\.$/; next }
/^✔ Test / && !/^✔ Test run / { next }
{ print; fflush() }
