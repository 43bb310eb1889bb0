/* Scores a site served over TLS as Mozilla's HTTP Observatory does: its own code, on ports it does not know. */

const [folder, host, httpPort, httpsPort] = process.argv.slice(2);
const load = (name) => import(`${folder}/src/${name}.js`);
const { retrieve } = await load("retriever/retriever");
const { ALL_TESTS } = await load("constants");
const { getGradeForScore, getScoreModifier } = await load("grader/grader");
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await load("grader/charts");

const answers = await retrieve(host, { httpPort: Number(httpPort), httpsPort: Number(httpsPort) });
if (!answers.responses.auto) throw new Error("the site does not answer");
const results = ALL_TESTS.map((test) => test(answers));
const told = (one, place) => [ALL_TESTS[place].name, [one.result, one.pass, one.result ? getScoreModifier(one.result) : 0]];
const tests = Object.fromEntries(results.map(told));
const points = results.map((one) => (one.result ? getScoreModifier(one.result) : 0));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 100);
const strict = sum(points.filter((number) => number < 0));
const score = strict >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(points) : strict;
console.log(JSON.stringify({ score, grade: getGradeForScore(score).grade, verified: answers.responses.auto.verified, tests }));
