import { readFileSync } from 'node:fs';
import { compile } from '@hallsim/hall';
import { DayRecorder, tallyLayout } from '@hallsim/experiment';
const s = JSON.parse(readFileSync('/tmp/trial/flagship.json', 'utf8'));
const model = compile(s);
const layout = tallyLayout(model, 30);
for (let k = 0; k < 12; k++) {
  const t = performance.now();
  const rec = new DayRecorder(model, layout, 'first', 10, 200);
  rec.run(200);
  const ms = performance.now() - t;
  const r = rec.records();
  let came = 0, served=0, ab=0, bk=0, un=0, cs=0, cw=0, kf=0, it=0;
  for (let d = 0; d < 200; d++) for (let q = 0; q < layout.kinds; q++) { const at = d * layout.size + q * 16; came += r.rows[at]!; served += r.rows[at+1]!; ab += r.rows[at+2]!; bk += r.rows[at+3]!; un += r.rows[at+4]!; it += r.rows[at+6]!; cs+=r.rows[at+8]!; cw+=r.rows[at+9]!; kf+=r.rows[at+11]!; }
  if (k % 4 === 3 || k === 0) console.log(ms.toFixed(1), 'ms', (came/200).toFixed(1), 'served', (served/came).toFixed(4), 'ab', (ab/came).toFixed(4), 'balk', (bk/came).toFixed(4), un/came, 'wait', (cw/cs).toFixed(3), 'kiosk', (kf/came).toFixed(3), 'SLs', (it/served).toFixed(3), 'SLe', (it/came).toFixed(3));
}
