package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.InitialState;
import dev.rondo.layer.Recurrent;

@SequenceModel
@Embedding(size = 8)
@Recurrent(units = {4, 3}, // error at 20: [RONDO-217] @Recurrent on "FeedbackUnsupported" has feedback = OUTPUT and 2 layers, but an output can be fed back to one layer only. Write units = 3, or put further layers before it.
    feedback = Feedback.OUTPUT,
    direction = Direction.BIDIRECTIONAL, // error at 26: [RONDO-217] @Recurrent on "FeedbackUnsupported" has feedback = OUTPUT and direction = BIDIRECTIONAL, but the output at a step is not known before both directions have been there. Write FORWARD or BACKWARD.
    initialState = InitialState.LEARNED) // error at 32: [RONDO-217] @Recurrent on "FeedbackUnsupported" has feedback = OUTPUT and initialState = LEARNED, but it has no state of its own: what is fed back at the first step is 0. Remove initialState.
@Dense
interface FeedbackUnsupported {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
