import './theme.css';
import './view/hall-studio.js';
