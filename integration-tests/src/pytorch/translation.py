"""The words model of samples/translation in PyTorch, as a competent user would write it.

Trains on a file of pairs for some minutes and prints the target tokens per second, then translates other
sentences and prints the seconds: the peer that docs/performance.md compares with. Needs python3 with
torch (Debian's python3-torch), nothing else.

Usage: python3 translation.py TRAIN.tsv [--translate TEST.tsv] [--seconds 120] [--threads 2]
"""

import argparse
import collections
import random
import re
import time

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

PAD, UNKNOWN, START, END = 0, 1, 2, 3


def words(text, lowercase):
    """Much like Rondo's words: "l'arbre" is two, "est-ce" one. Within 2 % as many of French."""
    return re.findall(r"\w+['’]?(?:-\w+)*|[^\w\s]", text.lower() if lowercase else text)


def vocabulary(sentences, size):
    counts = collections.Counter(word for sentence in sentences for word in sentence)
    kept = [word for word, _ in counts.most_common(size - 4)]
    return {word: 4 + number for number, word in enumerate(kept)}


class Translator(nn.Module):
    def __init__(self, sources, targets, size=256, dropout=0.2):
        super().__init__()
        self.read = nn.Embedding(sources, size, padding_idx=PAD)
        self.encoder = nn.GRU(size, size, bidirectional=True, batch_first=True)
        self.bridge = nn.Linear(2 * size, size)
        self.written = nn.Embedding(targets, size, padding_idx=PAD)
        self.decoder = nn.GRU(size, size, batch_first=True)
        self.key = nn.Linear(2 * size, size, bias=False)
        self.joined = nn.Linear(3 * size, size, bias=False)
        self.dropout = nn.Dropout(dropout)
        self.output = nn.Linear(size, targets)

    def encode(self, source, lengths):
        packed = pack_padded_sequence(
            self.dropout(self.read(source)), lengths, batch_first=True, enforce_sorted=False
        )
        outputs, last = self.encoder(packed)
        memory, _ = pad_packed_sequence(outputs, batch_first=True)
        start = torch.tanh(self.bridge(torch.cat([last[0], last[1]], 1))).unsqueeze(0)
        return memory, self.key(memory).transpose(1, 2), start

    def decode(self, source, memory, keys, target, state):
        states, state = self.decoder(self.dropout(self.written(target)), state)
        scores = (states @ keys).masked_fill((source == PAD).unsqueeze(1), float("-inf"))
        context = torch.softmax(scores, 2) @ memory
        joined = torch.tanh(self.joined(torch.cat([context, states], 2)))
        return self.output(self.dropout(joined)), state

    def forward(self, source, lengths, target):
        memory, keys, start = self.encode(source, lengths)
        return self.decode(source, memory, keys, target, start)[0]

    def translate(self, source, lengths, positions=30):
        """Greedily; always as many positions, as a model that is hardly trained ends anywhere."""
        memory, keys, state = self.encode(source, lengths)
        token = torch.full((len(source), 1), START)
        written = []
        for _ in range(positions):
            scores, state = self.decode(source, memory, keys, token, state)
            token = scores.argmax(2)
            written.append(token)
        return torch.cat(written, 1)


def batches(pairs, size):
    random.shuffle(pairs)
    made = []
    for start in range(0, len(pairs), 100 * size):
        pool = sorted(pairs[start : start + 100 * size], key=lambda pair: len(pair[0]) + len(pair[1]))
        made += [pool[at : at + size] for at in range(0, len(pool), size)]
    random.shuffle(made)
    return made


def padded(rows):
    width = max(len(row) for row in rows)
    return torch.tensor([row + [PAD] * (width - len(row)) for row in rows])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("train")
    arguments.add_argument("--translate")
    arguments.add_argument("--seconds", type=float, default=120)
    arguments.add_argument("--threads", type=int, default=2)
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    random.seed(1)
    with open(options.train, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    sources = [words(row[0], True) for row in rows]
    targets = [words(row[1], False) for row in rows]
    known = vocabulary(sources, 12_000)
    writable = vocabulary(targets, 15_000)
    pairs = [
        ([known.get(word, UNKNOWN) for word in s], [writable.get(word, UNKNOWN) for word in t])
        for s, t in zip(sources, targets)
        if s and t
    ]
    model = Translator(4 + len(known), 4 + len(writable))
    print("parameters", sum(weight.numel() for weight in model.parameters()))
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    criterion = nn.CrossEntropyLoss(ignore_index=PAD)
    began = time.time()
    tokens = trained = 0
    losses = 0.0
    for step, batch in enumerate(batches(pairs, 64), 1):
        source = padded([s for s, _ in batch])
        lengths = torch.tensor([len(s) for s, _ in batch])
        target = padded([[START] + t for _, t in batch])
        following = padded([t + [END] for _, t in batch])
        optimizer.zero_grad(set_to_none=True)
        scores = model(source, lengths, target)
        loss = criterion(scores.flatten(0, 1), following.flatten())
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5)
        optimizer.step()
        count = sum(len(t) + 1 for _, t in batch)
        losses += loss.item() * count
        trained += count
        tokens += count
        if step == 10:  # the first batches are slow
            began = time.time()
            tokens = 0
        elif step % 50 == 0:
            rate = tokens / (time.time() - began)
            print(f"step {step}: mean loss {losses / trained:.3f}, {rate:.0f} target tokens/s", flush=True)
        if time.time() - began > options.seconds:
            break
    if options.translate:
        translate(model, known, options.translate)


def translate(model, known, path):
    """All different sources of a file in batches of 100 of similar length, three times."""
    with open(path, encoding="utf-8") as file:
        sentences = list(dict.fromkeys(line.split("\t")[0] for line in file))
    rows = [[known.get(word, UNKNOWN) for word in words(text, True)] for text in sentences]
    rows = sorted((row for row in rows if row), key=len)
    model.eval()
    with torch.inference_mode():
        for _ in range(3):
            began = time.time()
            positions = 0
            for at in range(0, len(rows), 100):
                some = rows[at : at + 100]
                written = model.translate(padded(some), torch.tensor([len(row) for row in some]))
                positions += written.shape[1]
            print(f"{len(rows)} sentences: {time.time() - began:.2f} s for {positions} positions")


main()
