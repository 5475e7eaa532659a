package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.AnomalyCode;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.PredictorClass;
import dev.rondo.processor.plan.type.SessionStart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plans the predictor of a model that scores anomalies. */
final class AnomalyPredictor {
  private static final String SERIES = "series";
  private static final String ROWS = "rows";
  private static final String PASS = "pass";
  private static final String BATCH = "batch";
  private static final String SCALE = "scale";
  private static final String PER_DAY = "falseEpisodesPerDay";
  private static final String STEP = "step";
  private static final TypeName STEPS = ArrayTypeName.of(RuntimeTypes.STEPS);
  private static final TypeName NUMBERS = ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT));

  private final ModelParts parts;
  private final Answers answer;
  private final AnomalyCode code;
  private final GeneratedClasses classes;
  private final PredictorClass predictor;
  private final String history;
  private final String method;
  private final boolean stepwise;

  AnomalyPredictor(ModelParts parts, Heads heads, boolean stepwise) {
    this.parts = parts;
    this.answer = heads.answers().get(0);
    this.code = (AnomalyCode) answer.code();
    this.classes = parts.classes();
    this.predictor =
        new PredictorClass(
            parts, List.of(SERIES, ROWS, PASS, BATCH, SCALE, PER_DAY, STEP), stepwise);
    this.stepwise = stepwise;
    this.history = parts.input().name();
    this.method = parts.signature().method();
    if (stepwise) {
      predictor.startSessionsBy(
          new AnomalySessionStart(parts, predictor.names(), free("session"), free("detector")));
    }
  }

  private String name(String wanted) {
    return predictor.names().get(wanted);
  }

  private String codec(String owner) {
    return predictor.names().ofModel(owner);
  }

  /** Returns a name for a method of ours, which the user's method may have. */
  private String free(String wanted) {
    return method.equals(wanted) ? wanted + "Of" : wanted;
  }

  ClassPlan plan() {
    List<Field> constants = new ArrayList<>(parts.descriptions().fields());
    constants.add(code.description(stepwise));
    return predictor.plan(
        new PredictorClass.Own(
            CodeBlock.of("Answers {@link $T}", classes.model()),
            CodeBlock.of(
                "\n<p>A {@linkplain #$L session} takes a stream step by step.\n", free("session")),
            true,
            constants,
            List.of(),
            members(),
            List.of(calibrated(), detector(), scores())));
  }

  private List<Member> members() {
    List<Member> members = new ArrayList<>(List.of(score(), anomalies(), session(), threshold()));
    SeriesTimes.of(parts, code.head().time()).map(SeriesTimes::ofPredictor).ifPresent(members::add);
    return members;
  }

  private Member score() {
    String steps = codec(history);
    return Member.overriding(method)
        .doc(
            "Returns how unusual the last step of a history is; NaN if it is too short for a"
                + " score.")
        .doc("\n\n")
        .fails(IllegalArgumentException.class, "if the history is null or cannot be read")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(TypeName.DOUBLE)
        .parameter(parts.input().code().type(), steps)
        .statement("return $N().score($N, $S)", free("detector"), steps, history)
        .build();
  }

  private Member anomalies() {
    return Member.publicly(free("anomalies"))
        .doc(
            "Returns how unusual each step of a series is, as a session that is fed with them.\n\n")
        .fails(IllegalArgumentException.class, "if the series is null or cannot be read")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(Code.listOf(RuntimeTypes.ANOMALY))
        .parameter(parts.input().code().type(), name(SERIES))
        .statement("return $N().anomalies($N, $S)", free("detector"), name(SERIES), SERIES)
        .build();
  }

  private Member session() {
    return Member.publicly(free("session"))
        .doc("Returns a session, which takes one stream step by step.\n")
        .returns(Code.generic(RuntimeTypes.ANOMALY_SESSION, parts.input().code().stepType()))
        .statement("return $N().session()", free("detector"))
        .build();
  }

  private Member threshold() {
    return Member.publicly(free("threshold"))
        .doc(
            "Returns the lowest score from which on steps are alarms, so that ordinary series have"
                + " at")
        .doc("\nmost so many false episodes a day.\n\n")
        .doc("@param $N ordinary, and not learned from\n", name(SERIES))
        .doc("@param $N how far two steps are apart\n", name(STEP))
        .fails(
            IllegalArgumentException.class,
            "if the series are so short that fewer than three false episodes are to be expected in"
                + " them, or one cannot be read")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(TypeName.DOUBLE)
        .parameter(Code.iterableOf(parts.input().code().type()), name(SERIES))
        .parameter(ClassName.get(Duration.class), name(STEP))
        .parameter(TypeName.DOUBLE, name(PER_DAY))
        .statement(
            "return $N().threshold($N, $N, $N)",
            free("detector"),
            name(SERIES),
            name(STEP),
            name(PER_DAY))
        .build();
  }

  private Member calibrated() {
    return Member.method(free("calibrated"), Access.PACKAGE)
        .returns(classes.predictor())
        .parameter(Parameter.of(RuntimeTypes.ANOMALY_SCALE, name(SCALE)))
        .statement(
            "return new $T($Z$N,$W$N.calibrated($N),$W$N,$W$N,$W$L)",
            classes.predictor(),
            codec(history),
            codec(answer.name()),
            name(SCALE),
            name(PredictorClass.NETWORK),
            name(PredictorClass.HOST),
            "history()")
        .build();
  }

  private Member detector() {
    return Member.method(free("detector"), Access.PRIVATE)
        .returns(Code.generic(RuntimeTypes.ANOMALY_DETECTOR, parts.input().code().stepType()))
        .statement(
            "return new $T<>($N, $N, this::$L$L)",
            RuntimeTypes.ANOMALY_DETECTOR,
            codec(history),
            codec(answer.name()),
            SeriesPredictor.scoresName(parts),
            stepwise ? CodeBlock.of(", $N", name(SessionStart.SESSIONS)) : CodeBlock.of(""))
        .build();
  }

  private Member scores() {
    return Member.method(SeriesPredictor.scoresName(parts), Access.PACKAGE)
        .returns(Code.listOf(NUMBERS))
        .parameter(Code.listOf(STEPS), name(ROWS))
        .statement(
            "return $1N.scoresOfHeads(\n$2N,\n$3T::longest,\n$4T.of($5L),\n"
                + "($6N, $7N) -> $8N.forward($6N, $9T.of($6N, $7N, 0)))",
            name(PredictorClass.HOST),
            name(ROWS),
            RuntimeTypes.STEPS,
            List.class,
            answer.shape(codec(answer.name())),
            name(PASS),
            name(BATCH),
            name(PredictorClass.NETWORK),
            RuntimeTypes.STEP_BATCH)
        .build();
  }
}
