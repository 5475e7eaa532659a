package machines;

import dev.rondo.data.Fill;
import dev.rondo.data.Missing;

/** What an engine says; its oil is not measured at every reading. */
public record Engine(int rpm, @Missing(fill = Fill.LAST) float oil) {}
