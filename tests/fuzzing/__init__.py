"""A fuzzer of the command: valid files of every input format, mutated where their structure lies, run under limits."""
