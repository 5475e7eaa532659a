package dev.rondo.runtime.data.file;

/** What an example has once. */
record Verdict(Condition condition, float remaining) {}
