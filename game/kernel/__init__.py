"""The kernel: the rulebook traced once and compiled, for whoever plays many wars.

The numpy functions of the rules are run once on symbols (``tracing``), which writes down what they
do to one war (``graph``); that is printed for LLVM with several wars to a vector (``emission``) and
compiled. No rule stands twice. exp, log and their like are numpy's own loops, called where they
lie, so that the bits are numpy's by construction; every build is compared with the plain rules
before it is used. docs/speed.md tells the whole.
"""
