package dev.rondo.runtime.engine;

import org.jspecify.annotations.Nullable;

/**
 * PyTorch could not be started. The message says why and what helps, and names the folder, the
 * space and the setting where those are the reason. The next call tries again, so that an
 * application may go on once the cause is gone.
 */
public final class EngineStartException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  EngineStartException(String message, @Nullable Throwable cause) {
    super("PyTorch cannot be started: " + message, cause);
  }
}
