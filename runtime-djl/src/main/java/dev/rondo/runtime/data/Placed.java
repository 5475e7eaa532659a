package dev.rondo.runtime.data;

/** A problem that keeps its type when it is told with its place. */
interface Placed {
  /** Returns the same with a place before its message. */
  IllegalArgumentException in(String place);
}
