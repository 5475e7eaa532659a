package dev.rondo.processor.plan.type;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.TrainingSpec;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.CodecField;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Member.Trait;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Setting;
import dev.rondo.processor.plan.layer.Rates;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What all trainers have: settings with setters, where the codecs come from, and what surrounds the
 * training loop. Rows, batches and steps are the task's.
 */
public final class TrainerClass {
  private static final String START = "start";
  private static final String WEIGHTS = "weights";
  private static final String LEARNER = "learner";
  private static final String TEMPERATURES = "temperatures";

  /** The wanted name of the network. */
  public static final String NETWORK = "network";

  /** The wanted name of the training in progress. */
  public static final String RUN = "run";

  /** The wanted name of the predictor that the loop evaluates. */
  public static final String MODEL = "model";

  /** The wanted name of a step. */
  public static final String STEP = "step";

  /** The wanted name of the scores. */
  public static final String SCORES = "scores";

  /** The wanted name of the loss. */
  public static final String LOSS = "loss";

  private final ModelParts parts;
  private final TrainingSpec training;
  private final List<Node> layers;
  private final List<Setting> settings;
  private final List<CodecField> codecs;
  private final More more;
  private final Names names;

  /** What a task's trainer has besides. */
  public interface More {
    /** Returns its fields. */
    List<Field> fields();

    /** Returns its members, which stand behind the setters. */
    List<Member> members(GeneratedClasses classes);

    /**
     * Returns what is called on the codec of an output before it is used: {@code
     * .threshold(threshold)}.
     */
    default Optional<CodeBlock> adjusted(String output) {
      return Optional.empty();
    }

    /** Returns the outputs whose probabilities can be fitted to examples, and what does it. */
    default Optional<Calibration> calibration() {
      return Optional.empty();
    }

    /** Returns nothing but a calibration. */
    static More of(Optional<Calibration> calibration) {
      return new More() {
        @Override
        public Optional<Calibration> calibration() {
          return calibration;
        }

        @Override
        public List<Field> fields() {
          return List.of();
        }

        @Override
        public List<Member> members(GeneratedClasses classes) {
          return List.of();
        }
      };
    }
  }

  /**
   * Prepares planning.
   *
   * @param locals wanted names of the local variables that the task needs besides
   */
  public TrainerClass(
      ModelParts parts, TrainingSpec training, List<Node> layers, List<String> locals) {
    this(parts, training, layers, More.of(Optional.empty()), locals);
  }

  /**
   * Prepares planning.
   *
   * @param more what the task's trainer has besides
   * @param locals wanted names of the local variables that the task needs besides
   */
  public TrainerClass(
      ModelParts parts, TrainingSpec training, List<Node> layers, More more, List<String> locals) {
    this.more = more;
    this.parts = parts;
    this.training = training;
    this.layers = layers;
    this.settings = new ArrayList<>(parts.settings());
    this.settings.addAll(Rates.settings(layers));
    List<String> all =
        new ArrayList<>(
            List.of(
                START, NETWORK, WEIGHTS, RUN, MODEL, STEP, SCORES, LOSS, LEARNER, TEMPERATURES));
    all.addAll(locals);
    this.names =
        Names.none()
            .withFields(settings.stream().map(Setting::name).toList())
            .withFields(more.fields().stream().map(Field::name).toList())
            .withModel(parts.names())
            .withLocals(all);
    this.codecs = parts.codecs(ModelParts.STORED);
  }

  /** Returns the names of fields and local variables. */
  public Names names() {
    return names;
  }

  private String name(String wanted) {
    return names.get(wanted);
  }

  private GeneratedClasses classes() {
    return parts.classes();
  }

  /** Starts the class, with the settings. */
  public ClassPlan.Builder start(TypeName superclass) {
    ClassPlan.Builder type =
        ClassPlan.api(classes().trainer())
            .extending(superclass)
            .fields(
                settings.stream()
                    .map(
                        setting ->
                            Field.variable(setting.type(), setting.name(), setting.initial()))
                    .toList())
            .fields(more.fields())
            .member(constructor())
            .member(create());
    settings.forEach(setting -> type.member(setter(setting)));
    type.members(more.members(classes()));
    more.calibration().ifPresent(calibration -> type.member(calibration.setter()));
    return type;
  }

  private Member constructor() {
    List<CodeBlock> options = OptionCode.calls(training);
    CodeBlock.Builder calls = CodeBlock.builder();
    options.forEach(option -> calls.add("\n.$L", option));
    return Member.constructor(Access.PRIVATE)
        .statement(
            options.isEmpty()
                ? "super($T.builder()$L.build())"
                : "super(\n$T.builder()$>$>$L\n.build()$<$<)",
            RuntimeTypes.TRAINING_OPTIONS,
            calls.build())
        .build();
  }

  private Member create() {
    return Member.publicly("create")
        .trait(Trait.STATIC)
        .doc("Returns a new trainer.\n")
        .returns(classes().trainer())
        .statement("return new $T()", classes().trainer())
        .build();
  }

  private Member setter(Setting setting) {
    return Member.publicly(setting.name())
        .doc("$L\n\n", setting.summary())
        .doc("@param $N $L; $L by default\n", setting.parameter(), setting.range(), setting.shown())
        .fails(IllegalArgumentException.class, setting.refused())
        .returns(classes().trainer())
        .parameter(setting.type(), setting.parameter())
        .statement("$N = $L", setting.name(), setting.checked())
        .statement("return this")
        .build();
  }

  /**
   * Adds the statements that make codecs and network, those of a predictor to continue from too.
   *
   * @param data the variable of the training data
   */
  public void addNetwork(Member.Builder fit, String data) {
    String start = name(START);
    fit.statement("$T $N = startingPoint()", classes().predictor(), start);
    for (CodecField codec : codecs) {
      fit.statement(
          more.adjusted(codec.owner()).isPresent()
              ? "$T $N =$W($N == null ? $L : $N.$N$L)$L"
              : "$T $N =$W$N == null ? $L : $N.$N$L$L",
          codec.codec().type(),
          names.ofModel(codec.owner()),
          start,
          codec.codec().learned().isPresent()
              ? CodeBlock.of("$N($N)", learn(codec), data)
              : codec.codec().created(),
          start,
          PredictorClass.field(parts, codec),
          codec.codec().renewal() == CodecCode.Renewal.NONE ? "" : ".forTraining()",
          more.adjusted(codec.owner()).orElse(CodeBlock.of("")));
    }
    for (CodecField codec : codecs) {
      String local = names.ofModel(codec.owner());
      if (codec.codec().composed()) {
        fit.statement("codecs($S, $N)", codec.owner(), local);
      } else {
        fit.statement("codec($S, $N.stored())", codec.owner(), local);
      }
    }
    for (ModelParts.In in : parts.inputs()) {
      if (in.input().limit().isPresent()) {
        fit.statement("limit($S, $N.limit())", in.name(), names.ofModel(in.name()));
      }
    }
    for (ModelParts.In in : parts.inputs()) {
      in.code()
          .augmentation()
          .ifPresent(setting -> fit.statement("augmentation($S, $N)", in.name(), setting));
    }
    fit.statement(
        "$1T $2N =$Wnew $1T($3L)",
        classes().network(),
        name(NETWORK),
        parts.networkArguments(names));
    Rates.applied(layers, name(NETWORK)).forEach(fit::statement);
    fit.statement(
            "$T $N =$W$N == null ? null : $N.$N.weights()",
            RuntimeTypes.WEIGHTS,
            name(WEIGHTS),
            start,
            start,
            PredictorClass.host(parts))
        .code(CodeBlock.of("\n"));
  }

  /**
   * Returns the start of the training.
   *
   * @param count how much there is to learn from in an epoch
   */
  public CodeBlock run(CodeBlock count) {
    return CodeBlock.of("start($N, $N, $L)", name(NETWORK), name(WEIGHTS), count);
  }

  /** Adds the predictor that the loop evaluates, and opens the loop over epochs. */
  public void beginEpochs(Member.Builder fit) {
    fit.statement(
            "$T $N =\n$L",
            classes().predictor(),
            name(MODEL),
            predictor(
                CodeBlock.of("$T.none()", RuntimeTypes.TRAINING_HISTORY),
                codec -> CodeBlock.of("$N", names.ofModel(codec.owner()))))
        .begin("while ($N.nextEpoch())", name(RUN));
  }

  /**
   * Begins the step of one batch, which is to be ended.
   *
   * @param taken what is learned from in it
   */
  public Member.Builder beginStep(Member.Builder fit, CodeBlock taken) {
    return fit.begin(
        "try ($T $N =$W$N.nextStep($L))", RuntimeTypes.TRAINING_STEP, name(STEP), name(RUN), taken);
  }

  /** Adds the statements that change the weights by the loss. */
  public void addUpdate(Member.Builder fit) {
    fit.statement("$N.backward($N)", name(STEP), name(LOSS))
        .statement("$N.clipGradients(options().clipNorm())", name(STEP))
        .statement("$N.update()", name(STEP));
  }

  /**
   * Evaluates and shows the model of each epoch, closes the loop and the run, and returns the
   * trained model.
   *
   * @param validation what evaluates it
   */
  public void endEpochs(Member.Builder fit, CodeBlock validation) {
    endEpochs(
        fit,
        CodeBlock.of("$N.endEpoch(() -> $L)", name(RUN), validation),
        CodeBlock.of("$N::$L", name(MODEL), Calibration.METHOD));
  }

  /**
   * Does the same where a field of the predictor measures it.
   *
   * @param measures the field
   */
  public void endEpochs(Member.Builder fit, String measures) {
    CodeBlock field = CodeBlock.of("$N.$N", name(MODEL), measures);
    endEpochs(fit, CodeBlock.of("validate($N, $L)", name(RUN), field), field);
  }

  private void endEpochs(Member.Builder fit, CodeBlock epochEnd, CodeBlock temperatures) {
    fit.statement(epochEnd).statement("show($N)", name(MODEL)).end();
    if (more.calibration().isPresent()) {
      fit.statement(
          "$T $N =$Wcalibrated($N, $L)",
          RuntimeTypes.TEMPERATURES,
          name(TEMPERATURES),
          name(RUN),
          temperatures);
    }
    fit.statement("return $L", predictor(CodeBlock.of("$N.finish()", name(RUN)), this::calibrated))
        .end();
  }

  private CodeBlock calibrated(CodecField codec) {
    CodeBlock plain = CodeBlock.of("$N", names.ofModel(codec.owner()));
    return more.calibration()
        .filter(calibration -> calibration.has(codec.owner()))
        .map(
            calibration ->
                CodeBlock.of("$L.at($N.of($S))", plain, name(TEMPERATURES), codec.owner()))
        .orElse(plain);
  }

  private CodeBlock predictor(CodeBlock history, Function<CodecField, CodeBlock> codec) {
    return CodeBlock.of(
        "new $T($Z$L,$W$N,$W$N.host(),$W$L)",
        classes().predictor(),
        codecs.stream().map(codec).collect(CodeBlock.joining(",$W")),
        name(NETWORK),
        name(RUN),
        history);
  }

  /**
   * Returns the methods that learn codecs from the training data.
   *
   * @param type of the training data
   * @param data its variable
   * @param feed adds the statements that give the learner all that a codec learns from
   */
  public List<Member> learning(TypeName type, String data, Feed feed) {
    List<Member> methods = new ArrayList<>();
    for (CodecField codec : codecs) {
      codec
          .codec()
          .learned()
          .ifPresent(learned -> methods.add(learn(codec, learned, type, data, feed)));
    }
    return methods;
  }

  /** Adds the statements that give a learner all that a codec learns from. */
  @FunctionalInterface
  public interface Feed {
    /** Adds them. */
    void add(Member.Builder method, CodecField codec, String learner);
  }

  private Member learn(
      CodecField codec, CodecCode.Learned learned, TypeName type, String data, Feed feed) {
    String learner = name(LEARNER);
    Member.Builder learn =
        Member.method(learn(codec), Access.PRIVATE)
            .returns(codec.codec().type())
            .parameter(type, data)
            .statement("$T $N = $L", learned.type(), learner, learned.learner());
    feed.add(learn, codec, learner);
    return learn.statement("return $N.$L", learner, learned.built()).build();
  }

  /** Names may differ in their first letter's case only: {@code x} and {@code X}. */
  private String learn(CodecField codec) {
    Set<String> taken = new HashSet<>();
    for (CodecField before : codecs.subList(0, codecs.indexOf(codec))) {
      Code.free("learn" + Code.capital(before.owner()), taken);
    }
    return Code.free("learn" + Code.capital(codec.owner()), taken);
  }
}
