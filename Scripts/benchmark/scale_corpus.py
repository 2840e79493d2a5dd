"""Composes a data folder of any number of passages: the same bytes for the same number.

Events of a thousand passages each hold lectures and statements by one person and a discussion of several, with a chair and with
someone of the audience whom nobody names. Words follow Zipf's law and carry particles, so that topics and words are as frequent
as in a real text. Everything is invented. Standard library only.
"""

import itertools
import os
import random

PASSAGES_PER_EVENT = 1000
PASSAGES_PER_TALK = 40
SECTION = 10
TOPICS = 60
NOUNS = 20_000
PASSAGES_PER_SPEAKER = 400
SYLLABLES = "이다의는에을기가지고사로도인자서한시대정리어전수나부해일보여동주제과원장성구아은상국들공조유신비있라미계학그산만경화물발생게선면안간중용관세것내업재적무연소민실방식회출"
SURNAMES = "김이박최정강조윤장임한오서신권황안송전홍"
PARTICLES = ["을", "의", "이", "에", "은", "으로", "과", "에서", "도", "", "", "", "까지", "에는", "만", "부터", "보다"]
ENDINGS = ["한다", "했다", "됐다", "합니다", "했습니다"]
HEADINGS = ["들어가며", "문제의 제기", "현황과 쟁점", "국내외 사례 비교", "제도의 한계와 보완", "재원 마련 방안", "남은 과제", "나가며"]
PLACES = ["대학교", "연구원", "신문", "위원회", "법인"]
OFFICES = ["교수", "연구위원", "기자", "위원", "변호사"]


class Composer:
    def __init__(self, passages):
        self.passages = passages
        self.random = random.Random(20_250_213)
        seen = {}
        while len(seen) < NOUNS:
            length = self.random.choice((2, 2, 2, 3, 3, 4))
            seen["".join(SYLLABLES[int(self.random.random() * self.random.random() * len(SYLLABLES))] if self.random.random() < 0.7
                         else chr(0xAC00 + self.random.randrange(11172)) for _ in range(length))] = None
        self.nouns = list(seen)
        # Zipf and Mandelbrot's law; the shift keeps the first word at a few in a hundred.
        self.weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(1, NOUNS + 1)))
        # Every other frequent noun is a topic: the first is in a fifth of all passages, the last in a few in a thousand.
        self.topics = [(f"topic-{number + 1}", self.nouns[number * 4 + 3]) for number in range(TOPICS)]
        speakers = max(24, passages // PASSAGES_PER_SPEAKER)
        self.speakers = [
            (SURNAMES[number % len(SURNAMES)] + self.random.choice(SYLLABLES) + self.random.choice(SYLLABLES),
             self.nouns[200 + number % 300] + PLACES[number % len(PLACES)], OFFICES[number % len(OFFICES)])
            for number in range(speakers)]

    def sentences(self, count):
        made = []
        for _ in range(count):
            nouns = self.random.choices(self.nouns, cum_weights=self.weights, k=self.random.randint(4, 9))
            particles = self.random.choices(PARTICLES, k=len(nouns))
            verb = self.random.choice(self.nouns) + self.random.choice(ENDINGS)
            made.append(" ".join(noun + particle for noun, particle in zip(nouns, particles)) + " " + verb + ".")
        return " ".join(made)

    def title(self):
        return " ".join(self.random.choices(self.nouns, cum_weights=self.weights, k=4))

    def lecture(self, label, passages):
        name, place, office = self.random.choice(self.speakers)
        yield from (label, "", self.title(), "● ● ●", "", " ".join(name), "", f"{place} {office}", "")
        for number in range(passages):
            if number % SECTION == 0:
                yield f"{number // SECTION + 1}. {HEADINGS[number // SECTION % len(HEADINGS)]}"
            else:
                yield self.sentences(self.random.randint(1, 4))
            yield ""

    def discussion(self, passages):
        chair, *others = self.random.sample(self.speakers, 5)
        yield from ("종합토론", "", f"좌장: {chair[0]} ({chair[1]} {chair[2]})", "")
        for number in range(passages):
            label = chair[0] if number % 6 == 0 else "청중" if number % 17 == 5 else others[number % 4][0]
            yield f"{label}: {self.sentences(self.random.randint(1, 3))}"
            yield ""

    def event(self, passages):
        talks = max(1, passages // PASSAGES_PER_TALK)
        for number in range(1, talks + 1):
            count = passages - PASSAGES_PER_TALK * (talks - 1) if number == talks else PASSAGES_PER_TALK
            if number == talks:
                yield from self.discussion(count)
            elif number <= talks // 3:
                yield from self.lecture(f"주제발표 {number}", count)
            else:
                yield from self.lecture(f"지정토론 {number - talks // 3}", count)

    def write(self, folder):
        os.makedirs(folder)
        with open(os.path.join(folder, "topics.yaml"), "w", encoding="utf-8") as file:
            file.write("topics:\n")
            for number, (topic, noun) in enumerate(self.topics):
                general = "    general: true\n" if number == 0 else ""
                file.write(f"  - id: {topic}\n    labels: {{ ko: {noun}, en: {topic.title()} }}\n    aliases: [{noun}]\n{general}")
        left = self.passages
        for number in itertools.count(1):
            if left <= 0:
                return
            passages = min(left, PASSAGES_PER_EVENT)
            left -= passages
            home = os.path.join(folder, "events", f"e{number:04}")
            os.makedirs(home)
            with open(os.path.join(home, "event.yaml"), "w", encoding="utf-8") as file:
                # Dates in another order than the identifiers', and every seventh event without one.
                date = "" if number % 7 == 0 else f"start_date: {2000 + number * 13 % 25}-{number % 12 + 1:02}-{number % 28 + 1:02}\n"
                file.write(f"name: {self.title()}\n{date}derive_topics: false\n")
            with open(os.path.join(home, "transcript.txt"), "w", encoding="utf-8") as file:
                file.writelines(line + "\n" for line in self.event(passages))


def compose(passages, folder):
    """Writes a data folder of about so many passages."""
    Composer(passages).write(folder)
