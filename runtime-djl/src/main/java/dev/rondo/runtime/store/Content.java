package dev.rondo.runtime.store;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes that are written where they are needed instead of being held: the same ones each time. */
@FunctionalInterface
interface Content {
  void writeTo(OutputStream out) throws IOException;
}
