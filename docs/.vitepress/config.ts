import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import reference from '../api/typedoc-sidebar.json' with { type: 'json' };

const here = (path: string) => new URL(`../${path}`, import.meta.url);

const decisions = readdirSync(here('decisions'))
  .filter((file) => /^\d{4}-.*\.md$/.test(file) && !file.startsWith('0000'))
  .map((file) => file.replace(/\.md$/, ''))
  .map((name) => ({ text: name.replaceAll('-', ' '), link: `/decisions/${name}` }));

const guide = [
  { text: 'Planners', link: '/planners' },
  { text: 'Developers', link: '/developers' },
  { text: 'Trainers', link: '/trainers' },
];

export default defineConfig({
  title: 'hallsim',
  cleanUrls: true,
  srcExclude: ['decisions/0000-template.md'],
  themeConfig: {
    sidebar: {
      '/api/': [{ text: 'Reference', items: reference }],
      '/': [
        { text: 'Doors', items: guide },
        {
          text: 'The hall',
          items: [
            { text: 'A hall of your own', link: '/own-hall' },
            { text: 'Rules of your own', link: '/guide/own-rules' },
          ],
        },
        {
          text: 'The kernel',
          items: [
            { text: 'In five minutes', link: '/guide/kernel' },
            { text: 'Three faces', link: '/guide/three-faces' },
            { text: 'From SimPy', link: '/guide/from-simpy' },
          ],
        },
        {
          text: 'Inside',
          items: [
            { text: 'Architecture', link: '/architecture' },
            { text: 'Scenario files', link: '/reference/scenario-format' },
            { text: 'Measures', link: '/reference/measures' },
            { text: 'Validation', link: '/validation' },
            { text: 'Packages', link: '/api/' },
          ],
        },
        { text: 'Decisions', items: decisions },
      ],
    },
    search: {
      provider: 'local',
      options: {
        miniSearch: {
          options: {
            // Chinese has no spaces between words: index pairs of characters instead.
            // VitePress sends this function to the browser as text: it may use nothing outside itself.
            tokenize: (text) => {
              const words = [];
              for (const run of text.toLowerCase().split(/[\n\r\p{Z}\p{P}]+/u)) {
                for (const part of run.match(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g) ?? []) {
                  if (!/[\u3400-\u9fff]/.test(part) || part.length < 2) words.push(part);
                  else for (let i = 0; i + 1 < part.length; i++) words.push(part.slice(i, i + 2));
                }
              }
              return words;
            },
          },
          searchOptions: { combineWith: 'AND' },
        },
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                noResultsText: '没有结果',
                resetButtonTitle: '清除',
                footer: { selectText: '选择', navigateText: '移动', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        nav: [...guide, { text: 'Reference', link: '/api/' }],
      },
    },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      link: '/zh/',
      title: 'hallsim 营业厅排队仿真',
      themeConfig: {
        nav: [
          { text: '排班与运营', link: '/zh/planners' },
          { text: '参考（英文）', link: '/api/' },
        ],
        sidebar: [{ text: '入口', items: [{ text: '排班与运营', link: '/zh/planners' }] }],
        outline: { label: '本页目录' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        returnToTopLabel: '回到顶部',
        sidebarMenuLabel: '目录',
      },
    },
  },
});
