package com.example.strict;

/**
 * Is on its way out, and so is one of its constants.
 *
 * @deprecated for a test
 */
@Deprecated(since = "1.0", forRemoval = true)
public enum Tone {
  RUDE,
  @Deprecated
  POLITE
}
