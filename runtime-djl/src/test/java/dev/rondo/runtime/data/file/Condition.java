package dev.rondo.runtime.data.file;

/** What the models of these tests answer. */
enum Condition {
  GOOD,
  WORN
}
