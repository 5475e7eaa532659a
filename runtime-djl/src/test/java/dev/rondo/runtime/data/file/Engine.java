package dev.rondo.runtime.data.file;

/** A record inside of a step. */
record Engine(int rpm) {}
