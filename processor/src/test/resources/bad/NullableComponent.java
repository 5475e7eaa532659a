package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Missing;
import dev.rondo.layer.GRU;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@SequenceModel
@GRU(units = 4)
interface NullableComponent {
  Verdict predict(List<Step> steps);
}

record Step(
    @Nullable Mood mood, @Missing @Nullable Instant at, @Nullable Float value) {} // error at 20: [RONDO-307] "mood" of "steps" is @Nullable, which not all compilers keep, so that nothing is read from it. Write @Missing beside it.

record Verdict(@Nullable Mood answer, @Nullable Float value) {} // error at 31: [RONDO-307] "answer" of "Verdict" is @Nullable, but an answer that examples may lack is of a boxed type. Remove @Nullable.

enum Mood { GOOD, BAD }
